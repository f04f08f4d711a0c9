// The words for one reader, in Markdown, with a way to cite a claim where one writes.
import { useState } from "react";
import { useRead } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { SelectField, TextArea } from "../../web/ui/field.tsx";
import { Link } from "../../web/ui/link.tsx";
import { Reader, readers, readerWords } from "../reader.ts";
import { listClaims } from "../review-contract.ts";
import { type ArticleDraft, withCitation } from "./article-draft.ts";

type Props = {
  written: ArticleDraft;
  reader: Reader;
  onReader: (reader: Reader) => void;
  onWords: (words: string) => void;
  error: string | undefined;
};

export function WordingEditor({ written, reader, onReader, onWords, error }: Props) {
  const words = written.words[reader] ?? "";
  const [cursor, setCursor] = useState<number | null>(null);
  return (
    <fieldset className="write-part">
      <legend className="label">The words</legend>
      <SelectField
        label="For which reader"
        options={readers.map((value) => ({ value, word: optionWords(value, written) }))}
        value={reader}
        onValue={(value) => {
          setCursor(null);
          onReader(Reader.parse(value));
        }}
      />
      <TextArea
        label={`Text for: ${readerWords[reader].toLowerCase()}`}
        hint="## begins a section, [^key] cites a claim, - begins a line of a list."
        rows={14}
        className="input markdown-input"
        value={words}
        onValue={onWords}
        onSelect={({ currentTarget }) => setCursor(currentTarget.selectionEnd)}
        error={error}
      />
      <details className="small">
        <summary>How to write a table or a figure</summary>
        <p>The first line names the columns, and the caption comes below:</p>
        <pre>{exampleTable}</pre>
        <p>A figure draws the shares of claims, each with its interval. Its numbers are theirs:</p>
        <pre>{exampleFigure}</pre>
      </details>
      <CiteClaim onCite={(key) => onWords(withCitation(words, key, cursor ?? words.length))} />
    </fieldset>
  );
}

const exampleTable = `| Goal | Programs |
|---|---|
| Identity [^goal-identity] | 20 of 25 |

Table: Goals of 25 programs`;

const exampleFigure = `\`\`\`shares
Identity [^goal-identity]
Professionalism [^goal-professionalism]
\`\`\`

Figure: Goals of 25 programs`;

function optionWords(reader: Reader, { words }: ArticleDraft): string {
  return `${readerWords[reader]}${(words[reader] ?? "").trim() === "" ? "" : ", written"}`;
}

function CiteClaim({ onCite }: { onCite: (key: string) => void }) {
  const [chosen, setChosen] = useState("");
  const { data } = useRead(listClaims);
  const options = (data?.items ?? []).map(({ key, statement }) => ({ value: key, word: `${key}: ${statement}` }));
  return (
    <>
      <div className="row source-choice">
        <SelectField
          label="Claim to cite"
          options={[{ value: "", word: "Choose one" }, ...options]}
          value={chosen}
          onValue={setChosen}
        />
        <Button icon="plus" onClick={() => chosen !== "" && onCite(chosen)}>
          Cite it in the text
        </Button>
      </div>
      <p className="small">
        Is it not in the list? <Link href="/library/write/claim">Write the claim</Link>; what you typed here stays.
      </p>
    </>
  );
}
