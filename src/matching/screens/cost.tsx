// What a scenario costs or gives, measured against the draft it was made from: shown first, since it is why it was made.
import { agreeing, plural } from "../../core/plural.ts";
import { Link } from "../../web/ui/link.tsx";
import { Section } from "../../web/ui/page.tsx";
import type { RunDetail } from "../run-detail.ts";
import { of100 } from "./desk-words.ts";
import { TableHead } from "./table-head.tsx";

const shown = 5;

export function CostCard({ run: { cost, basedOn } }: { run: RunDetail }) {
  if (cost === null) return null;
  return (
    <Section
      title="What this change costs"
      id="cost"
      note={
        <p>
          Against <Link href={`/matching/${basedOn}`}>{cost.from}</Link>
        </p>
      }
    >
      <div className="card">
        <p>{sayCost(cost)}</p>
        {cost.changes.length > 0 && <Changes cost={cost} />}
      </div>
    </Section>
  );
}

function sayCost({ matched, lowest, total, changed }: NonNullable<RunDetail["cost"]>): string {
  if (changed === 0) return "Nothing. Everybody keeps who was proposed to them.";
  const said = [
    matched === 0 ? "As many learners are matched" : `${plural(Math.abs(matched), "learner")} ${more(matched)} matched`,
    lowest === 0 ? "" : `the lowest score ${rises(lowest)} by ${points(lowest)}`,
    total === 0 ? "the total stays" : `the total ${rises(total)} by ${points(total)}`,
  ];
  return `${said.filter((part) => part !== "").join(", ")}. ${plural(changed, "learner")} ${agreeing(changed, "has", "have")} another proposal.`;
}

function more(difference: number): string {
  return `${difference > 0 ? "more" : "fewer"} ${agreeing(Math.abs(difference), "is", "are")}`;
}

function rises(difference: number): string {
  return difference > 0 ? "rises" : "falls";
}

function points(difference: number): string {
  const exact = Math.abs(difference) / 100;
  const said = exact.toLocaleString("en-US", { maximumFractionDigits: exact < 10 ? 1 : 0 });
  return `${said} ${said === "1" ? "point" : "points"}`;
}

function Changes({ cost: { changes, changed } }: { cost: NonNullable<RunDetail["cost"]> }) {
  const said = (score: number | null): string => (score === null ? "–" : String(of100(score)));
  return (
    <>
      <table role="table" className="table stack">
        <caption className="vh">Learners with another proposal, those who lose most first</caption>
        <TableHead columns={["Learner", "Before", "Now", "Score before", "Score now"]} end={[3, 4]} />
        <tbody role="rowgroup">
          {changes.slice(0, shown).map(({ learnerId, learner, before, after, scoreBefore, scoreAfter }) => (
            <tr role="row" key={learnerId}>
              <th role="rowheader" scope="row" style={{ overflowWrap: "anywhere" }}>
                {learner}
              </th>
              <td role="cell" data-label="Before">
                {before ?? "Nobody"}
              </td>
              <td role="cell" data-label="Now">
                {after ?? "Nobody"}
              </td>
              <td role="cell" data-label="Score before" className="end num">
                {said(scoreBefore)}
              </td>
              <td role="cell" data-label="Score now" className="end num">
                {said(scoreAfter)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changed > shown && <p className="small muted">And {changed - shown} more, who lose less or gain.</p>}
    </>
  );
}
