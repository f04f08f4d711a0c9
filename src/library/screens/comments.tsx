// What the board notes on passages, for each other.
import { useState } from "react";
import { faultOf, useRead, useWrite } from "../../web/ask.ts";
import { sayInstant } from "../../web/ui/dates.ts";
import { SelectField, TextArea } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import type { Article } from "../article.ts";
import { draftsAudience } from "../audience.ts";
import { plainOf } from "../markdown.ts";
import { addComment, listComments } from "../review-contract.ts";

export function Comments({ article }: { article: Article }) {
  const { timeZone } = useMe().school;
  const params = { key: article.key, version: article.version };
  const { data, error } = useRead(listComments, { params });
  const here = data?.items.filter(({ reader }) => reader === article.reader);
  return (
    <Section title="Comments of the reviewers" className="comments">
      <p>
        <SeenChip of="these comments" audience={draftsAudience} />
      </p>
      {here === undefined ? (
        <Waiting error={error} rows={2} />
      ) : here.length === 0 ? (
        <p className="muted">Nobody has noted anything on these words yet.</p>
      ) : (
        <Card flush>
          <ul role="list" className="divided">
            {here.map(({ commentId, place, words, by, at }) => (
              <li key={commentId} className="request">
                <p className="small muted">
                  On <a href={`#passage-${place}`}>{passageWords(article, place)}</a>
                </p>
                <p className="request-words">{words}</p>
                <p className="small muted">
                  {by}, {sayInstant(at, timeZone)}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <WriteComment article={article} />
    </Section>
  );
}

function passageWords({ passages }: Article, place: number): string {
  const words = plainOf(passages.find((passage) => passage.place === place)?.words ?? "");
  return words.length > 60 ? `${words.slice(0, 57)}...` : words;
}

function WriteComment({ article }: { article: Article }) {
  const [place, setPlace] = useState(String(article.passages[0]?.place ?? 1));
  const [words, setWords] = useState("");
  const params = { key: article.key, version: article.version };
  const writing = useWrite(addComment, { params, invalidate: [listComments] });
  const done = () => {
    setWords("");
    toast("Noted for the reviewers.");
  };
  const save = () => writing.mutate({ reader: article.reader, place: Number(place), words }, { onSuccess: done });
  return (
    <Card>
      <Form act="Note it" busy={writing.isPending} error={writing.error} onSubmit={save}>
        <SelectField
          label="On which passage"
          options={article.passages.map((passage) => ({
            value: String(passage.place),
            word: passageWords(article, passage.place),
          }))}
          value={place}
          onValue={setPlace}
        />
        <TextArea label="Comment" value={words} onValue={setWords} error={faultOf(writing.error, "words")} />
      </Form>
    </Card>
  );
}
