// Shares drawn side by side: a dot for each, its 95 % interval as a whisker, on one scale from 0 to 100; the numbers beside
// them, and the same as a table.
import { type ReactNode, useId } from "react";
import type { Cited } from "../article.ts";
import type { SharesRow } from "../figure.ts";
import { intervalOf } from "../share.ts";
import { MarkdownTable } from "./markdown-table.tsx";

type Row = SharesRow & { cited: Cited | null; mark: ReactNode };

export function Shares({ rows, caption }: { rows: Row[]; caption: ReactNode }) {
  const captionId = useId();
  return (
    <figure className="shares" {...(caption === null ? { "aria-label": "Shares" } : { "aria-labelledby": captionId })}>
      <ul role="list">
        {rows.map((row, at) => (
          <li key={at}>
            <p>
              {row.label} {row.mark}
            </p>
            <Whisker cited={row.cited} />
            <p className="small muted">{numbersOf(row.cited)?.words ?? "Its claim names no share."}</p>
          </li>
        ))}
      </ul>
      <p className="shares-axis" aria-hidden="true">
        {[0, 50, 100].map((percent) => (
          <span key={percent}>{percent === 100 ? "100 %" : percent}</span>
        ))}
      </p>
      {caption !== null && <figcaption id={captionId}>{caption}</figcaption>}
      <details>
        <summary>The same as a table</summary>
        <MarkdownTable
          head={["What", "So many", "Share", "95 % interval"]}
          rows={rows.map(({ label, cited }) => {
            const found = numbersOf(cited);
            return found === null ? [label, "-", "-", "-"] : [label, found.many, found.share, found.interval];
          })}
          caption={caption}
        />
      </details>
    </figure>
  );
}

/** Lengths are in percent of the width, so that it fits every screen without a scale of its own. */
function Whisker({ cited }: { cited: Cited | null }) {
  const found = numbersOf(cited);
  return (
    <svg className="shares-row" aria-hidden="true" focusable="false">
      {[0, 25, 50, 75, 100].map((at) => (
        <line key={at} className="shares-grid" x1={`${at}%`} x2={`${at}%`} y1="0" y2="24" />
      ))}
      {found !== null && (
        <>
          <line x1={`${found.from}%`} x2={`${found.to}%`} y1="12" y2="12" />
          <line x1={`${found.from}%`} x2={`${found.from}%`} y1="7" y2="17" />
          <line x1={`${found.to}%`} x2={`${found.to}%`} y1="7" y2="17" />
          <circle cx={`${found.percent}%`} cy="12" r="6" />
        </>
      )}
    </svg>
  );
}

function numbersOf(cited: Cited | null) {
  if (cited === null || cited.share === null || cited.shareOf === null) return null;
  const { share: some, shareOf: of } = cited;
  const { percent, from, to } = intervalOf(some, of);
  const [many, share, interval] = [`${some} of ${of}`, `${percent} %`, `${from} to ${to} %`];
  return { percent, from, to, many, share, interval, words: `${many}, ${share}, 95 % interval ${interval}` };
}
