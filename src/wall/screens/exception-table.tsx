// Exceptions as a table: who, what may stand, until when, and who approved it for which reason.
import { saySpan } from "../../web/ui/dates.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import type { Exception } from "../exception.ts";
import { dutyWords } from "../rule.ts";
import { exceptionAudience } from "./audience.ts";

export function ExceptionTable({ items }: { items: Exception[] }) {
  return (
    <table className="table stack">
      <caption className="vh">Exceptions</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">What may stand</th>
          <th scope="col">When</th>
          <th scope="col">Reason and approver</th>
          <th scope="col">Who can see</th>
        </tr>
      </thead>
      <tbody>
        {items.map((exception) => (
          <ExceptionRow key={exception.exceptionId} exception={exception} />
        ))}
      </tbody>
    </table>
  );
}

function ExceptionRow({ exception }: { exception: Exception }) {
  const { learner, educator, duty, wall, because, from, until, approvedBy } = exception;
  return (
    <tr>
      <th scope="row">
        {learner}
        <span className="with block">with {educator}</span>
      </th>
      <td data-label="May stand">
        <div className="first-up">
          {duty === null ? "A duty that has ended" : dutyWords[duty]}{" "}
          <span className="small muted block">On the {wall} wall</span>
        </div>
      </td>
      <td data-label="When">{saySpan({ from, to: until }, true)}</td>
      <td data-label="Reason">
        <div>
          {because}
          <span className="small muted block">Approved by {approvedBy}</span>
        </div>
      </td>
      <td data-label="Seen by">
        <SeenChip audience={exceptionAudience} of="this exception" />
      </td>
    </tr>
  );
}
