// Exceptions as a table: who, what may stand, until when, and who approved it for which reason.
import { saySpan } from "../../web/ui/dates.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { Exception } from "../exception.ts";
import { exceptionWords } from "../check.ts";
import { dutyWords } from "../rule.ts";
import { exceptionAudience } from "../audience.ts";

/** `readerId` where the reader is one of the two of each: they read what it means, not which wall it is. */
export function ExceptionTable({ items, readerId }: { items: Exception[]; readerId?: string }) {
  const columns = readerId === undefined ? forOffices : forTheTwo(readerId);
  return <Table caption="Exceptions" columns={columns} rows={items} keyOf={({ exceptionId }) => exceptionId} />;
}

const forTheTwo = (readerId: string): Column<Exception>[] => [
  { name: "What it allows", isName: true, cell: (exception) => exceptionWords(exception, readerId) },
  ...told,
];

const told: Column<Exception>[] = [
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

const forOffices: Column<Exception>[] = [
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
  ...told,
];
