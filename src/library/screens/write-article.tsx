// An article: written, or its next version, in the words of each reader, beside what it will look like.
import { useDeferredValue, useState } from "react";
import { useRead } from "../../web/ask.ts";
import { useDraft } from "../../web/ui/draft.ts";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Notice } from "../../web/ui/notice.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import type { Written } from "../article.ts";
import { listQuestions } from "../asked-contract.ts";
import { type Gathered, times } from "../asked.ts";
import type { Reader } from "../reader.ts";
import { getWordings } from "../review-contract.ts";
import { articleDraftOf } from "./article-draft.ts";
import { ArticleForm } from "./article-form.tsx";
import { WordingReport } from "./wording-report.tsx";

export function WriteArticle() {
  const [{ key = "", question = "" }] = useSearch();
  const { data, error } = useRead(getWordings, { params: { key } }, { enabled: key !== "" });
  const asked = useRead(listQuestions, {}, { enabled: question !== "" });
  if ((key !== "" && !data) || (question !== "" && !asked.data))
    return <Waiting error={error ?? asked.error} rows={8} />;
  const line = asked.data?.open.find(({ questions }) => questions.some(({ questionId }) => questionId === question));
  return <ArticlePage key={`${key} ${question}`} articleKey={key} before={data ?? null} asked={line ?? null} />;
}

type Props = {
  /** Empty: a new one. */
  articleKey: string;
  before: Written | null;
  /** The question of the reviewers' list that it is to answer. */
  asked: Gathered | null;
};

function ArticlePage({ articleKey, before, asked }: Props) {
  const { today } = useMe().school;
  // By the question that led here: which of its line comes first changes when it is asked again.
  const [{ question = "" }] = useSearch();
  const name = question === "" ? `article.${articleKey}` : `article.${articleKey}.${question}`;
  const draft = useDraft(name, before?.version ?? 0, articleDraftOf(before, today, asked));
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
      {asked !== null && (
        <Notice title={`Asked of the reviewers ${times(asked.count)}: “${asked.words}”`}>
          <p>Once this article is approved, the question leaves the list.</p>
        </Notice>
      )}
      <div className="write-grid">
        <Card>
          <ArticleForm
            draft={draft}
            articleKey={articleKey}
            before={before}
            reader={reader}
            onReader={setReader}
            answers={asked?.questions ?? []}
          />
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
