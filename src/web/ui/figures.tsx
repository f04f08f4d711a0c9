// Small pictures of numbers. Each stands beside the number in words, so none is read aloud.
import type { CSSProperties, ReactNode } from "react";

/** A share of 100 from the left, starting at 0. `target` draws the tick at the right end. Write the number beside it. */
export function Bar({ percent, target }: { percent: number; target?: boolean }) {
  return (
    <span className={`bar${target ? " target" : ""}`} aria-hidden="true">
      <i style={{ "--v": Math.max(0, Math.min(100, percent)) } as CSSProperties} />
    </span>
  );
}

/** Steps of a goal or a course: so many filled of all. Write "3 of 5 steps" beside it. */
export function Steps({ done, of }: { done: number; of: number }) {
  return (
    <span className="steps" aria-hidden="true">
      {Array.from({ length: of }, (_, step) => (
        <i key={step} className={step < done ? "on" : ""} />
      ))}
    </span>
  );
}

/** Names and values as a `dl`: `[["Next", "Wed, Dec 2"], ...]`; a null value leaves its row out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode] | null)[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) =>
        fact === null || fact[1] === null ? null : (
          <div key={fact[0]} className="fact">
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
