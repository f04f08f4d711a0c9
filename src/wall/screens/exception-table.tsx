// Exceptions as a table: who, what may stand, until when, and who approved it for which reason.
import { saySpan } from "../../web/ui/dates.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { Exception } from "../exception.ts";
import { dutyWords } from "../rule.ts";
import { exceptionAudience } from "../audience.ts";

export function ExceptionTable({ items }: { items: Exception[] }) {
  return <Table caption="Exceptions" columns={columns} rows={items} keyOf={({ exceptionId }) => exceptionId} />;
}

const columns: Column<Exception>[] = [
  {
    name: "Who",
    isName: true,
    cell: ({ learner, educator }) => (
      <>
        {learner}
        <span className="with block">with {educator}</span>
      </>
    ),
  },
  {
    name: "What may stand",
    cell: ({ duty, wall }) => (
      <span className="block first-up">
        {duty === null ? "A duty that has ended" : dutyWords[duty]}
        <span className="small muted block">On the {wall} wall</span>
      </span>
    ),
  },
  { name: "When", cell: ({ from, until }) => saySpan({ from, to: until }, true) },
  {
    name: "Reason and approver",
    cell: ({ because, approvedBy }) => (
      <>
        {because}
        <span className="small muted block">Approved by {approvedBy}</span>
      </>
    ),
  },
  { name: "Who can see", cell: () => <SeenChip audience={exceptionAudience} of="this exception" /> },
];
