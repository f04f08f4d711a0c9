// What stands around a run: its lede, the other programs' runs, and how it was made.
import { plural } from "../../core/plural.ts";
import { programs } from "../../programs/program.ts";
import { matchOrder } from "../../programs/weights.ts";
import { useRead } from "../../web/ask.ts";
import { sayDay, sayInstant } from "../../web/ui/dates.ts";
import { Icon } from "../../web/ui/icon.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { Link } from "../../web/ui/link.tsx";
import { listRuns } from "../contract.ts";
import type { Run } from "../run.ts";
import type { RunDetail } from "../run-detail.ts";
import { Assumptions } from "./assumed.tsx";
import { CostCard } from "./cost.tsx";
import { roleIn, rolesIn } from "./desk-words.ts";

export function Notes({ run }: { run: RunDetail }) {
  return (
    <details className="more">
      <summary>How this run was made</summary>
      <ul className="small">
        {run.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>
          {run.outcome.arcs.toLocaleString("en-US")} possible pairs, worked out in {Math.round(run.outcome.solveMs)} ms.
        </li>
      </ul>
    </details>
  );
}

export function Lede({ run, today, timeZone }: { run: RunDetail; today: string; timeZone: string }) {
  const { outcome, approval, program } = run;
  return (
    <>
      <Plate lane={program} />
      <br />
      {plural(outcome.learners, "learner")},{" "}
      {plural(outcome.educators, `${roleIn(program)} with room`, `${rolesIn(program)} with room`)}. Made by {run.madeBy}
      , {sayInstant(run.madeAt, timeZone)}.{" "}
      {approval === null
        ? "A draft: nobody has been told."
        : `Approved by ${approval.approvedBy}. The last day to answer is ${sayDay(approval.answerBy, today)}.`}
    </>
  );
}

/** What a scenario assumes, and what it costs. */
export function Assumed({ run }: { run: RunDetail }) {
  return (
    <>
      <Assumptions run={run} />
      <CostCard run={run} />
    </>
  );
}

/** The runs of this one's round; of a program that had none in it, the newest run, named as another round's. */
export function Lanes({ run }: { run: RunDetail }) {
  const { data } = useRead(listRuns, { query: { limit: 60 } });
  return (
    <nav aria-label="Matching runs by program">
      <ul className="run-lanes" role="list">
        {programs.map((program) => {
          const own = program === run.program ? run : run.round.find((one) => one.program === program);
          const shown = own ?? data?.items.find((one) => one.program === program);
          const { className, icon, word } = laneOf(program);
          return (
            <li key={program} className={className}>
              <Link
                href={shown ? `/matching/${shown.runId}` : `/matching?program=${program}`}
                aria-current={program === run.program ? "true" : undefined}
              >
                <Icon name={icon} />
                <span>
                  <b>{word}</b>
                  <small>
                    {shown
                      ? `${own ? "" : "Another round: "}${sayRun(shown)}`
                      : `Not run yet. Number ${matchOrder.indexOf(program) + 1} in the order`}
                  </small>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function sayRun({ name, approval, outcome: { matched, learners } }: Run): string {
  return `${name}, ${approval ? "approved" : "draft"}, ${matched} of ${learners}`;
}
