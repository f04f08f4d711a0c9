// The library's front: every article by topic, each with how it stands.
import { plural } from "../../core/plural.ts";
import { useRead } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import type { ArticleCard } from "../article.ts";
import { libraryAudience } from "../audience.ts";
import { getReader, listArticles } from "../contract.ts";
import { StateLine } from "./claim-meta.tsx";
import { AskLibrary } from "./ask-library.tsx";
import { LibraryFeed } from "./library-feed.tsx";
import { Policy } from "./policy.tsx";
import { ReaderChoice } from "./reader-choice.tsx";
import { SearchField, SearchResults } from "./search.tsx";

export function LibraryScreen() {
  const { may } = useMe();
  const [{ q }] = useSearch();
  const { data, error } = useRead(listArticles);
  const { data: reader } = useRead(getReader);
  if (!data) return <Waiting error={error} rows={8} />;
  const isReviewer = may.includes("review library");
  return (
    <Page
      title="Library"
      lede="What is known of advising, coaching and mentoring, with sources and their limits."
      {...(isReviewer ? { end: <ButtonLink href="/library/review">Review desk</ButtonLink> } : {})}
    >
      <p>
        <SeenChip of="the library" audience={libraryAudience} />
      </p>
      {reader && <ReaderChoice chosen={reader.reader} />}
      <SearchField />
      {q ? <SearchResults q={q} /> : <Topics items={data.items} />}
      <AskLibrary />
      <LibraryFeed />
      <Policy />
    </Page>
  );
}

function Topics({ items }: { items: ArticleCard[] }) {
  const topics = [...new Set(items.map(({ topic }) => topic))];
  if (topics.length === 0)
    return <Empty title="Nothing to read yet">Once a reviewer submits an article, it stands here.</Empty>;
  return (
    <div className="library-topics">
      {topics.map((topic) => (
        <Section key={topic} title={topic}>
          <Card flush>
            <ul role="list" className="divided">
              {items
                .filter((article) => article.topic === topic)
                .map((article) => (
                  <Line key={article.key} article={article} />
                ))}
            </ul>
          </Card>
        </Section>
      ))}
    </div>
  );
}

function Line({ article }: { article: ArticleCard }) {
  const { key, title, claims, openClaims, state, lapsed } = article;
  return (
    <li className="article-line">
      <div>
        <h3>
          <Link href={`/library/${key}`}>{title}</Link>
        </h3>
        <p className="small muted">
          {plural(claims, "claim")}
          {openClaims > 0 && `, ${openClaims} of them not approved`}
        </p>
      </div>
      <StateLine state={state} lapsed={state === "approved" ? null : lapsed === "claims" ? null : lapsed} />
    </li>
  );
}
