// The form of an article: what it is called, the words for one reader at a time, and saving or submitting all of it.
import { faultOf, useRead, useWriteEach } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import type { Draft } from "../../web/ui/draft.ts";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import type { Written } from "../article.ts";
import { type Reader, readerWords } from "../reader.ts";
import { listClaims, writeArticle } from "../review-contract.ts";
import { claimsCitedIn, hindrancesOf } from "../wording-check.ts";
import { useAfterSaving } from "./after-saving.ts";
import { type ArticleDraft, articleKeyOf, wordingsOf } from "./article-draft.ts";
import { Unsaved } from "./unsaved.tsx";
import { WordingEditor } from "./wording-editor.tsx";

const fieldWords = {
  title: "Title",
  key: "Key",
  topic: "Topic",
  reviewBy: "Next review",
  because: "What changes",
  wordings: "Words",
};

type Props = {
  draft: Draft<ArticleDraft>;
  /** Empty: a new one. */
  articleKey: string;
  before: Written | null;
  reader: Reader;
  onReader: (reader: Reader) => void;
  /** The questions of the reviewers' list that it is written for. */
  answers: readonly { questionId: string; turn: number }[];
};

export function ArticleForm({ draft, articleKey, before, reader, onReader, answers }: Props) {
  const { written, base, forget } = draft;
  const key = articleKey || articleKeyOf(written);
  const wordings = wordingsOf(written);
  const writing = useWriteEach(writeArticle);
  const { after, isSubmitting } = useAfterSaving("article", key);
  const save = (isToSubmit: boolean) => {
    const { title, topic, reviewBy, because } = written;
    const named = answers.map(({ questionId, turn }) => ({ questionId, turn }));
    const body = { title, topic, reviewBy, because, wordings, version: base, answers: named };
    const onSuccess = ({ version }: { version: number }) => {
      forget();
      after(version, isToSubmit);
    };
    writing.mutate({ params: { key }, body }, { onSuccess });
  };
  const { error } = writing;
  const isBusy = writing.isPending || isSubmitting;
  const ofWords = Object.fromEntries(wordings.map((one, at) => [`wordings.${at}.words`, readerWords[one.reader]]));
  const at = wordings.findIndex((one) => one.reader === reader);
  return (
    <Form
      act="Save as a draft"
      busy={isBusy}
      error={error}
      fields={{ ...fieldWords, ...ofWords }}
      onSubmit={() => save(false)}
      beside={<SubmitToo wordings={wordings} isBusy={isBusy} onSubmit={() => save(true)} />}
    >
      <Unsaved draft={draft} newest={before?.version ?? 0} />
      <Head draft={draft} isNew={before === null} error={error} />
      <WordingEditor
        written={written}
        reader={reader}
        onReader={onReader}
        onWords={(words) => draft.set({ words: { ...written.words, [reader]: words } })}
        error={faultOf(error, `wordings.${at}.words`) ?? faultOf(error, "wordings")}
      />
      <TextField
        label={fieldWords.because}
        hint="It stands in the history, for the whole school."
        value={written.because}
        onValue={(because) => draft.set({ because })}
        error={faultOf(error, "because")}
      />
    </Form>
  );
}

type HeadProps = { draft: Draft<ArticleDraft>; isNew: boolean; error: Parameters<typeof faultOf>[0] };

function Head({ draft: { written, set }, isNew, error }: HeadProps) {
  const field = (name: "title" | "topic" | "reviewBy" | "key") => ({
    label: fieldWords[name],
    onValue: (value: string) => set({ [name]: value }),
    error: faultOf(error, name),
  });
  return (
    <>
      <TextField {...field("title")} value={written.title} />
      <div className="fields">
        {isNew && (
          <TextField
            {...field("key")}
            value={articleKeyOf(written)}
            hint="The end of its address. It does not change later."
          />
        )}
        <TextField {...field("topic")} value={written.topic} hint="Articles of one topic stand together." />
        <TextField {...field("reviewBy")} type="date" value={written.reviewBy} />
      </div>
    </>
  );
}

/** Saving it as a draft is always possible; why submitting is not yet stands beside the button. */
function SubmitToo({
  wordings,
  isBusy,
  onSubmit,
}: {
  wordings: ReturnType<typeof wordingsOf>;
  isBusy: boolean;
  onSubmit: () => void;
}) {
  const { data } = useRead(listClaims);
  const hindrances = data === undefined ? [] : hindrancesOf(claimsCitedIn(wordings, data.items));
  if (hindrances.length === 0)
    return (
      <Button busy={isBusy} onClick={onSubmit}>
        Save and submit
      </Button>
    );
  return (
    <div className="small">
      <p>Before you can submit it:</p>
      <ul>
        {hindrances.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
