// A table of a text, as a table: with its caption, and its heads tied to their cells. On a narrow screen it scrolls sideways.
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

type Props = { head: ReactNode[]; rows: ReactNode[][]; caption: ReactNode };

export function MarkdownTable({ head, rows, caption }: Props) {
  const captionId = useId();
  const { box, isWide } = useWide();
  return (
    <div
      ref={box}
      className="table-scroll"
      // Only what scrolls is a stop of the keyboard's.
      {...(isWide ? { tabIndex: 0, role: "region", ...named(caption, captionId) } : {})}
    >
      <table {...(caption === null ? { "aria-label": "Table" } : {})}>
        {caption !== null && (
          <caption>
            <span id={captionId}>{caption}</span>
          </caption>
        )}
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) =>
                column === 0 && row.length > 1 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function named(caption: ReactNode, captionId: string): Record<string, string> {
  return caption === null ? { "aria-label": "Table, wider than the page" } : { "aria-labelledby": captionId };
}

/** Whether what is in the box is wider than the box, also after the window changed. */
function useWide() {
  const box = useRef<HTMLDivElement>(null);
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    const here = box.current;
    if (here === null) return;
    const observer = new ResizeObserver(() => setWide(here.scrollWidth > here.clientWidth));
    observer.observe(here);
    return () => observer.disconnect();
  }, []);
  return { box, isWide };
}
