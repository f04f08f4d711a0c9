// All runs of the match.
import { useState } from "react";
import { programs, type Program } from "../../programs/program.ts";
import { useReadPages } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayDay, sayInstant } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Page, Section } from "../../web/ui/page.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { listRuns } from "../contract.ts";
import type { Run } from "../run.ts";
import { ApproveSeveral, approvableOf } from "./approve-several.tsx";
import { of100 } from "./desk-words.ts";
import { Start } from "./start.tsx";
import { TableHead } from "./table-head.tsx";

export function Runs() {
  const { may, school } = useMe();
  const [search, setSearch] = useSearch();
  const program = programs.find((one) => one === search.program);
  const { items, error, ...pages } = useReadPages(listRuns, { query: { program, limit: 25 } });
  return (
    <Page
      title="Matching"
      wide
      lede="Each run is a draft of the office until a director approves it. Nobody is told before."
    >
      <Start />
      {may.includes("approve matches") && items !== undefined && <Several runs={items} today={school.today} />}
      <Section title="Runs" note={<ProgramFilter program={program} set={(next) => setSearch({ program: next })} />}>
        {!items ? (
          <Waiting error={error} />
        ) : items.length === 0 ? (
          <Empty title="No runs yet">Match the three together, above.</Empty>
        ) : (
          <RunTable runs={items} />
        )}
        <ShowMore {...pages} />
      </Section>
    </Page>
  );
}

/** For who approves: the newest drafts of several programs with one last day to answer. */
function Several({ runs, today }: { runs: Run[]; today: string }) {
  const [chosen, setChosen] = useState<Run[] | null>(null);
  const open = approvableOf(runs);
  return (
    <>
      {open.length > 1 && (
        <p>
          <Button icon="send" onClick={() => setChosen(open)}>
            Approve the {open.length} newest drafts together
          </Button>
        </p>
      )}
      {chosen !== null && <ApproveSeveral runs={chosen} today={today} onClose={() => setChosen(null)} />}
    </>
  );
}

function ProgramFilter({ program, set }: { program: Program | undefined; set: (program: string | undefined) => void }) {
  return (
    <label className="small">
      Program{" "}
      <select className="input" value={program ?? ""} onChange={({ target }) => set(target.value || undefined)}>
        <option value="">All three</option>
        {programs.map((one) => (
          <option key={one} value={one}>
            {laneOf(one).word}
          </option>
        ))}
      </select>
    </label>
  );
}

function RunTable({ runs }: { runs: Run[] }) {
  const { school } = useMe();
  return (
    <div className="card flush">
      <table role="table" className="table stack">
        <caption className="vh">Runs of the match, newest first</caption>
        <TableHead columns={["Run", "Program", "Matched", "Lowest score", "State"]} end={[2, 3]} />
        <tbody role="rowgroup">
          {runs.map(({ runId, name, program, outcome, approval, madeAt, madeBy }) => (
            <tr role="row" key={runId}>
              <th role="rowheader" scope="row">
                <Link href={`/matching/${runId}`}>{name}</Link>
                <span className="with small">
                  {madeBy}, {sayInstant(madeAt, school.timeZone)}
                </span>
              </th>
              <td role="cell" data-label="Program">
                <Plate lane={program} />
              </td>
              <td role="cell" data-label="Matched" className="end num">
                {outcome.matched} of {outcome.learners}
              </td>
              <td role="cell" data-label="Lowest" className="end num">
                {outcome.lowest === null ? "–" : of100(outcome.lowest)}
              </td>
              <td role="cell" data-label="State">
                {approval === null ? (
                  <StatusLine icon="pen">Draft</StatusLine>
                ) : (
                  <StatusLine kind="done">Approved, answers until {sayDay(approval.answerBy, school.today)}</StatusLine>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
