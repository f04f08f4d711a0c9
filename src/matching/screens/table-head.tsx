// The head of a table that stacks on phones: roles are said, since stacked cells would lose theirs.
import type { ReactNode } from "react";

/** Columns by their words; those in `end` stand at the right, as numbers do. */
export function TableHead({ columns, end = [] }: { columns: readonly ReactNode[]; end?: readonly number[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column, at) => (
          <th key={at} role="columnheader" scope="col" className={end.includes(at) ? "end" : undefined}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
