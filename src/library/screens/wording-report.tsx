// Beside an article that is being written: what the words for one reader look like, how hard they are to read, which claims
// they drop or add, and what changes from the version before.
import { useRead } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Section } from "../../web/ui/page.tsx";
import type { Written } from "../article.ts";
import { lookAt, sayReading } from "../readability.ts";
import { type Reader, readers, readerWords } from "../reader.ts";
import { listClaims } from "../review-contract.ts";
import { type CitedClaim, claimsCitedIn } from "../wording-check.ts";
import { type ArticleDraft, withCitation, wordingsOf } from "./article-draft.ts";
import { StateLine } from "./claim-meta.tsx";
import { DifferenceText } from "./difference.tsx";
import { WordingPreview } from "./wording-preview.tsx";

type Props = { written: ArticleDraft; before: Written | null; reader: Reader; onWords: (words: string) => void };

export function WordingReport({ written, before, reader, onWords }: Props) {
  const { data } = useRead(listClaims);
  const wordings = wordingsOf(written);
  const words = written.words[reader] ?? "";
  const cited = claimsCitedIn(wordings, data?.items ?? []);
  return (
    <div className="write-beside">
      <WordingPreview title={written.title} words={words} claims={data?.items ?? []} reader={reader} />
      <Section title="How hard it is to read">
        <ul role="list" className="reading">
          {lookAt(wordings).map((look) => (
            <li key={look.reader}>
              <b>{readerWords[look.reader]}.</b> {sayReading(look.reader, look)}
            </li>
          ))}
        </ul>
        {wordings.length === 0 && <p className="muted">Nothing is written yet.</p>}
      </Section>
      {data && (
        <CitedSoFar cited={cited} reader={reader} onCite={(key) => onWords(withCitation(words, key, words.length))} />
      )}
      {before !== null && <Changes before={before} written={written} />}
    </div>
  );
}

type CitedProps = { cited: CitedClaim[]; reader: Reader; onCite: (key: string) => void };

function CitedSoFar({ cited, reader, onCite }: CitedProps) {
  return (
    <Section title="Claims cited so far" note={String(cited.length)}>
      {cited.length === 0 && <p className="muted">No claim is cited yet. Every reader is to be told the same ones.</p>}
      <ul role="list" className="divided">
        {cited.map((one) => (
          <CitedLine key={one.key} cited={one} reader={reader} onCite={onCite} />
        ))}
      </ul>
    </Section>
  );
}

function CitedLine({ cited, reader, onCite }: { cited: CitedClaim; reader: Reader; onCite: (key: string) => void }) {
  const { key, claim, citedFor, missingFor } = cited;
  const isHere = citedFor.includes(reader);
  const isAlone = isHere && citedFor.length === 1 && missingFor.length > 0;
  return (
    <li className="cited-line">
      <p>
        <code>{key}</code> {claim?.statement ?? "There is no such claim in the library."}
      </p>
      <p className="row small">
        {claim && <StateLine state={claim.state} lapsed={null} />}
        {missingFor.length === 0 ? (
          <StatusLine kind="done">Cited for every reader who is written for</StatusLine>
        ) : (
          <StatusLine kind="caution">
            {isAlone
              ? "These words alone cite it"
              : isHere
                ? `Not cited for: ${missingFor.map((one) => readerWords[one].toLowerCase()).join(", ")}`
                : "These words drop it"}
          </StatusLine>
        )}
        {!isHere && (
          <Button small onClick={() => onCite(key)}>
            Cite it here<span className="vh">: {key}</span>
          </Button>
        )}
      </p>
    </li>
  );
}

function Changes({ before, written }: { before: Written; written: ArticleDraft }) {
  const wordsBefore = (reader: Reader) => before.wordings.find((one) => one.reader === reader)?.words ?? "";
  const changed = readers.filter((reader) => wordsBefore(reader) !== (written.words[reader] ?? ""));
  const head = ({ title, topic }: { title: string; topic: string }) => `${title}\n${topic}`;
  return (
    <Section title={`What changes from version ${before.version}`}>
      {head(before) !== head(written) && <DifferenceText before={head(before)} after={head(written)} />}
      {changed.map((reader) => (
        <div key={reader}>
          <h3 className="h-small">{readerWords[reader]}</h3>
          <DifferenceText before={wordsBefore(reader)} after={written.words[reader] ?? ""} />
        </div>
      ))}
      {changed.length === 0 && head(before) === head(written) && <p className="muted">Nothing yet.</p>}
    </Section>
  );
}
