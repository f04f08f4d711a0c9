// An answer in sentences that a language model phrased, each with the passages below that it rests on; and why there is none.
import { Link } from "../../web/ui/link.tsx";
import { Notice } from "../../web/ui/notice.tsx";
import type { PhrasedAnswer, Unphrased } from "../phrasing-contract.ts";

/** Where a sentence finds the passage that it rests on. */
export const quoteAnchor = (at: number): string => `quote-${at + 1}`;

export function PhrasedWords({ answer: { phrased, unphrased } }: { answer: PhrasedAnswer }) {
  if (unphrased !== null) return <p className="small muted">{unphrasedWords[unphrased]}</p>;
  if (phrased === null) return null;
  return (
    <Notice kind="caution" title="Exercise caution: pending human review.">
      {phrased.sentences.map(({ text, quotes }, at) => (
        <p key={at}>
          {text}{" "}
          {quotes.map((quote) => (
            <a key={quote} href={`#${quoteAnchor(quote)}`} className="cite">
              {quote + 1}
              <span className="vh">, the passage it rests on</span>
            </a>
          ))}
        </p>
      ))}
      <p className="small">
        Phrased by {phrased.by} from the passages below, and checked for their words alone. Nobody has reviewed it: it
        is <Link href={`/library/${phrased.articleKey}`}>with the reviewers</Link>. What counts are the passages.
      </p>
    </Notice>
  );
}

const alone = "These passages are quoted as they stand.";

const unphrasedWords: Record<Unphrased, string> = {
  busy: `The language model has no room at the moment. ${alone}`,
  slow: `The language model took too long. ${alone}`,
  unreachable: `The language model cannot be reached. ${alone}`,
  refused: `The language model did not answer. ${alone}`,
  unreadable: `The language model answered nothing that can be used. ${alone}`,
  unfounded: `What the language model wrote does not stand in the passages, so it is not shown. ${alone}`,
  nothing: "The language model was not asked: there is no passage with a claim to phrase.",
  patient: "Questions that speak of a patient are not sent to a language model.",
  off: "No language model is named here any more.",
};
