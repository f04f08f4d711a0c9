// Above a table with ticks: how many are selected, and what can be done with all of them.
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

/** `of` is how many rows are shown; `children` are small buttons, the primary one first. */
export function BulkBar({
  count,
  of,
  onClear,
  children,
}: {
  count: number;
  of: number;
  onClear: () => void;
  children: ReactNode;
}) {
  return (
    <fieldset className="bulk" aria-label="With the selected">
      <output>
        <b>{count} selected</b> of {of}
      </output>
      <div className="row">
        {count > 0 && children}
        {count > 0 && (
          <Button kind="quiet" small onClick={onClear}>
            Clear
          </Button>
        )}
      </div>
    </fieldset>
  );
}
