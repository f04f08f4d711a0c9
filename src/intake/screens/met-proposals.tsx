// Proposals that are out while these files come in: which of them cannot come to be any more, and which lose their ground.
import { agreeing, plural } from "../../core/plural.ts";
import { groundWords } from "../../matching/ground.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { MetProposal, MetProposals as Met } from "../met.ts";

const columns: Column<MetProposal>[] = [
  { name: "Learner", isName: true, cell: ({ learner }) => learner },
  { name: "Proposed educator", cell: ({ educator }) => educator },
  { name: "Lane", cell: ({ program }) => <Plate lane={program} /> },
  { name: "Why", cell: ({ because }) => groundWords[because] },
  { name: "What becomes of it", cell: ({ isWithdrawn }) => (isWithdrawn ? "Withdrawn" : "Stays open") },
];

/** How many stand open without a fold. */
const shownOpen = 8;

/** Nothing where nobody is asked at the moment, or none of it is touched. */
export function MetProposals({ proposals, isTaken }: { proposals: Met; isTaken: boolean }) {
  const { withdrawn, shaken, shown } = proposals;
  const all = withdrawn + shaken;
  if (all === 0) return null;
  const would = isTaken ? "" : "would ";
  return (
    <Section title="Proposals that wait for an answer" note={plural(all, "proposal")}>
      {withdrawn > 0 && (
        <p>
          {plural(withdrawn, "proposal")} {isTaken ? agreeing(withdrawn, "was", "were") : "would be"} withdrawn, since
          what these files say rules {agreeing(withdrawn, "it", "them")} out. The two are not asked any more, and read
          only that it was withdrawn.
        </p>
      )}
      {shaken > 0 && (
        <p>
          {plural(shaken, "proposal")} {would}stay{isTaken && shaken === 1 ? "s" : ""} open without something that{" "}
          {agreeing(shaken, "it rests", "they rest")} on. The coordinator's desk lists {agreeing(shaken, "it", "them")},
          with what to do.
        </p>
      )}
      {shown.length === 0 ? (
        <p className="muted">The offices that run the match see whose they are.</p>
      ) : (
        <Rows shown={shown} more={all - shown.length} />
      )}
    </Section>
  );
}

/** Many are folded, so that what is to be decided stays near. */
function Rows({ shown, more }: { shown: MetProposal[]; more: number }) {
  const table = (
    <>
      <Table
        caption="Open proposals that these files touch"
        columns={columns}
        rows={shown}
        keyOf={({ learner, educator, program }) => [learner, educator, program].join(" ")}
      />
      {more > 0 && <p className="table-foot small muted">And {plural(more, "proposal")} more.</p>}
    </>
  );
  if (shown.length <= shownOpen) return <Card flush>{table}</Card>;
  return (
    <details className="card flush fold">
      <summary>Whose they are, and why</summary>
      {table}
    </details>
  );
}
