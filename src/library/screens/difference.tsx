// What differs between two versions, word by word.
import { useRead } from "../../web/ask.ts";
import { Section } from "../../web/ui/page.tsx";
import { getArticle } from "../contract.ts";
import { differenceOf } from "../diff.ts";
import { wordsOf } from "../passage.ts";
import type { Reader } from "../reader.ts";

type Props = { articleKey: string; from: number; to: number; reader: Reader };

export function Difference({ articleKey, from, to, reader }: Props) {
  const params = { key: articleKey };
  const { data: before } = useRead(getArticle, { params, query: { version: from, reader } });
  const { data: after } = useRead(getArticle, { params, query: { version: to, reader } });
  if (!before || !after) return null;
  return (
    <Section title={`What changed from version ${from} to ${to}`}>
      {before.reader === after.reader ? (
        <DifferenceText before={wordsOf(before.passages, before.title)} after={wordsOf(after.passages, after.title)} />
      ) : (
        <p className="muted">Version {from} has no words for this reader.</p>
      )}
    </Section>
  );
}

export function DifferenceText({ before, after }: { before: string; after: string }) {
  const pieces = differenceOf(before, after);
  if (pieces.every(({ kind }) => kind === "same")) return <p className="muted">The words are the same.</p>;
  return (
    <p className="diff-text">
      {pieces.map(({ kind, words }, at) =>
        kind === "same" ? (
          <span key={at}>{words}</span>
        ) : kind === "added" ? (
          <ins key={at}>
            <span className="vh">Added: </span>
            {words}
          </ins>
        ) : (
          <del key={at}>
            <span className="vh">Taken out: </span>
            {words}
          </del>
        ),
      )}
    </p>
  );
}
