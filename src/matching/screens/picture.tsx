// The match in one picture: each learner of the page is a thread that meets one person in each lane. The same as a table.
import { type Program, programs } from "../../programs/program.ts";
import { useRead } from "../../web/ask.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { Section } from "../../web/ui/page.tsx";
import { getLanes } from "../contract.ts";
import type { Proposal, RunDetail } from "../run-detail.ts";
import type { LanePair } from "../study.ts";
import { roleIn } from "./desk-words.ts";
import { TableHead } from "./table-head.tsx";
import { type Thread, Threads } from "./threads.tsx";

const openShown = 2;

/** As many learners as the table shows; some without anybody follow with an open end in the run's lane. */
export function Picture({ run, rows, selected }: { run: RunDetail; rows: Proposal[]; selected: string | null }) {
  const { data } = useRead(getLanes, { params: { id: run.runId } });
  if (rows.length === 0) return null;
  const open = run.gaps.filter(({ onLeave }) => !onLeave).slice(0, openShown);
  const threads = [...rows, ...open].map((one) => threadOf(run.program, one, data?.items ?? []));
  const isShown = rows.some(({ learnerId }) => learnerId === selected);
  return (
    <Section
      title="The match in one picture"
      note="Each thread is one learner of the page above. It meets one person in each lane, never the same person twice."
    >
      <figure className="card picture">
        <Threads threads={threads} selected={selected} narrow={false} />
        <Threads threads={threads} selected={selected} narrow />
        <figcaption className="small muted">
          {rows.length} of {run.outcome.learners} learners.{isShown ? " The heavy thread is the one you opened." : ""}{" "}
          {laneOf(run.program).word} is this run; the other lanes are as they stand now.
        </figcaption>
        <details className="more">
          <summary>Read it as a table</summary>
          <ThreadTable threads={threads} />
        </details>
      </figure>
    </Section>
  );
}

function threadOf(
  program: Program,
  { learnerId, learner, educator }: { learnerId: string; learner: string; educator?: string },
  pairs: LanePair[],
): Thread {
  const others = pairs.filter((pair) => pair.learnerId === learnerId);
  const stops = programs.map((lane) =>
    lane === program ? (educator ?? null) : (others.find((pair) => pair.program === lane)?.educator ?? null),
  );
  return { learnerId, learner, stops };
}

function ThreadTable({ threads }: { threads: Thread[] }) {
  return (
    <table role="table" className="table stack">
      <caption className="vh">Learners and whom they have in each program</caption>
      <TableHead columns={["Learner", ...programs.map((program) => <Plate key={program} lane={program} />)]} />
      <tbody role="rowgroup">
        {threads.map(({ learnerId, learner, stops }) => (
          <tr role="row" key={learnerId}>
            <th role="rowheader" scope="row">
              {learner}
            </th>
            {programs.map((program, at) => (
              <td role="cell" key={program} data-label={laneOf(program).word}>
                {stops[at] ?? `No ${roleIn(program)} yet`}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
