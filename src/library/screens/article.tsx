// An article in the reader's words: every sentence with its sources, how strong its claims are, and how all of it stands.
import { useRead } from "../../web/ask.ts";
import { dayOf, sayShortDay } from "../../web/ui/dates.ts";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import type { Article } from "../article.ts";
import { draftsAudience, libraryAudience } from "../audience.ts";
import { getArticle, getReader } from "../contract.ts";
import type { Reader } from "../reader.ts";
import { AfterArticle } from "./after-article.tsx";
import { ArticleSide } from "./article-side.tsx";
import { ArticleText } from "./article-text.tsx";
import { Caution } from "./caution.tsx";
import { ReaderChoice } from "./reader-choice.tsx";

export function ArticleScreen({ articleKey }: { articleKey: string }) {
  const [{ version }] = useSearch();
  const { data: chosen } = useRead(getReader);
  const params = { key: articleKey };
  const asked = version === undefined ? {} : { version };
  const { data: article, error } = useRead(getArticle, { params, query: asked }, { keepPrevious: true });
  if (!article || !chosen) return <Waiting error={error} rows={8} />;
  return <ArticlePage article={article} chosen={chosen.reader} />;
}

function ArticlePage({ article, chosen }: { article: Article; chosen: Reader | null }) {
  const { state } = article;
  const isHidden = state === "draft" || state === "returned";
  return (
    <Page title={article.title} lede={<Byline article={article} />} wide>
      <p className="row">
        <SeenChip of="this article" audience={isHidden ? draftsAudience : libraryAudience} />
        <Link href="/library">All articles</Link>
      </p>
      <div className="article-grid">
        <ArticleSide article={article} />
        <article className="article" aria-label="Article">
          <Caution of={article} today={`/library/${article.key}`} />
          <ReaderChoice chosen={chosen} told={article.reader} />
          <ArticleText article={article} />
          <AfterArticle article={article} />
        </article>
      </div>
    </Page>
  );
}

function Byline({ article }: { article: Article }) {
  const { timeZone } = useMe().school;
  const { version, writtenAt, writtenBy, approvedBy, state } = article;
  return (
    <span className="byline">
      <span>
        Last updated <time dateTime={writtenAt}>{sayShortDay(dayOf(writtenAt, timeZone), true)}</time>
      </span>
      <span>Version {version}</span>
      <span>{writtenBy === null ? "Came with Chiron" : `Written by ${writtenBy}`}</span>
      <span>{state === "approved" ? `Approved by ${approvedBy.join(" and ")}` : "Not approved yet"}</span>
      <Link href="/library#policy">How this library is kept</Link>
    </span>
  );
}
