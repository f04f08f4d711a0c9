// An article: written, or its next version, in the words of each reader, beside what it will look like.
import { useDeferredValue, useState } from "react";
import { useRead } from "../../web/ask.ts";
import { useDraft } from "../../web/ui/draft.ts";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Page } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import type { Written } from "../article.ts";
import type { Reader } from "../reader.ts";
import { getWordings } from "../review-contract.ts";
import { articleDraftOf } from "./article-draft.ts";
import { ArticleForm } from "./article-form.tsx";
import { WordingReport } from "./wording-report.tsx";

export function WriteArticle() {
  const [{ key = "" }] = useSearch();
  const { data, error } = useRead(getWordings, { params: { key } }, { enabled: key !== "" });
  if (key !== "" && !data) return <Waiting error={error} rows={8} />;
  return <ArticlePage key={key} articleKey={key} before={data ?? null} />;
}

function ArticlePage({ articleKey, before }: { articleKey: string; before: Written | null }) {
  const { today } = useMe().school;
  const [{ title = "" }] = useSearch();
  const draft = useDraft(`article.${articleKey}`, before?.version ?? 0, articleDraftOf(before, today, title));
  const [reader, setReader] = useState<Reader>(before?.wordings[0]?.reader ?? "preclerkship");
  const shown = useDeferredValue(draft.written);
  return (
    <Page
      title={before === null ? "Write an article" : `The next version of “${before.title}”`}
      lede="The same facts for every reader, each in their own words."
      wide
    >
      <p className="row">
        <Link href="/library/review">Review desk</Link>
        {before !== null && <Link href={`/library/${articleKey}`}>The article as it is read today</Link>}
      </p>
      <div className="write-grid">
        <Card>
          <ArticleForm draft={draft} articleKey={articleKey} before={before} reader={reader} onReader={setReader} />
        </Card>
        <WordingReport
          written={shown}
          before={before}
          reader={reader}
          onWords={(words) => draft.set({ words: { ...draft.written.words, [reader]: words } })}
        />
      </div>
    </Page>
  );
}
