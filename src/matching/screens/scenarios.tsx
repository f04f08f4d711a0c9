// The run beside its scenarios, the one it came from and those made from it; and what it teaches.
import { agreeing, plural } from "../../core/plural.ts";
import { useRead } from "../../web/ask.ts";
import { Link } from "../../web/ui/link.tsx";
import { Section } from "../../web/ui/page.tsx";
import { Tag } from "../../web/ui/notice.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { compareRuns, listRuns } from "../contract.ts";
import type { Compared, RunDetail } from "../run-detail.ts";
import type { Run } from "../run.ts";
import { of100 } from "./desk-words.ts";
import { Study } from "./study.tsx";
import { TableHead } from "./table-head.tsx";

const comparedMost = 6;

export function Beyond({ run }: { run: RunDetail }) {
  return (
    <>
      <Scenarios run={run} />
      <Study run={run} />
    </>
  );
}

function Scenarios({ run }: { run: Run }) {
  const { data: recent } = useRead(listRuns, { query: { program: run.program, limit: 50 } });
  const related =
    recent?.items.filter(
      ({ runId, basedOn }) =>
        runId !== run.runId &&
        (basedOn === run.runId || runId === run.basedOn || (run.basedOn !== null && basedOn === run.basedOn)),
    ) ?? [];
  const ids = [run.runId, ...related.map(({ runId }) => runId)].slice(0, comparedMost);
  const { data, error } = useRead(
    compareRuns,
    { query: { ids: ids.join(",") } },
    { enabled: recent !== undefined && ids.length > 1 },
  );
  return (
    <Section title="Compare scenarios" id="compare" note={ids.length > 1 ? "Measured against this run." : ""}>
      {recent !== undefined && ids.length === 1 ? (
        <p className="card muted">
          Nothing to compare yet. Keep a pair, try a change, or change the settings: each makes a scenario beside this
          run.
        </p>
      ) : data ? (
        <div className="card flush">
          <ScenarioTable runs={data.runs} runId={run.runId} />
        </div>
      ) : (
        <Waiting error={error} rows={2} />
      )}
    </Section>
  );
}

function ScenarioTable({ runs, runId }: { runs: Compared[]; runId: string }) {
  const matched = runs.map(({ run }) => run.outcome.matched);
  const [most, least] = [Math.max(...matched), Math.min(...matched)];
  return (
    <table role="table" className="table stack scen">
      <caption className="vh">Scenarios of this match</caption>
      <TableHead
        columns={[
          "Scenario",
          "Matched",
          "Lowest",
          "Middle",
          "Hours",
          "Who is worse off",
          <span key="act" className="vh">
            Action
          </span>,
        ]}
        end={[2, 3, 4]}
      />
      <tbody role="rowgroup">
        {runs.map((compared) => (
          <ScenarioRow
            key={compared.run.runId}
            compared={compared}
            isThis={compared.run.runId === runId}
            isMost={most > least && compared.run.outcome.matched === most}
          />
        ))}
      </tbody>
    </table>
  );
}

function ScenarioRow({ compared, isThis, isMost }: { compared: Compared; isThis: boolean; isMost: boolean }) {
  const { run, assumes } = compared;
  const { matched, learners, lowest, middle, hours } = run.outcome;
  return (
    <tr role="row" className={isThis ? "sel" : undefined}>
      <th role="rowheader" scope="row">
        {run.name} {isThis && <Tag>This run</Tag>} {isMost && <Tag>Most matched</Tag>}{" "}
        {run.approval !== null && <Tag>Approved</Tag>}
        {assumes.length > 0 && <span className="with small">Assumes: {assumes.join(" ")}</span>}
      </th>
      <td role="cell" data-label="Matched">
        <b className="num nowrap">
          {matched}
          <span className="muted"> of {learners}</span>
        </b>
      </td>
      <td role="cell" data-label="Lowest" className="end">
        {lowest === null ? "–" : of100(lowest)}
      </td>
      <td role="cell" data-label="Middle" className="end">
        {middle === null ? "–" : of100(middle)}
      </td>
      <td role="cell" data-label="Hours" className="end nowrap">
        {Math.round(hours.asked).toLocaleString("en-US")} h
      </td>
      <td role="cell" data-label="Worse off">
        {sayWorse(compared)}
      </td>
      <td role="cell" className="end">
        {!isThis && (
          <Link href={`/matching/${run.runId}`}>
            Open<span className="vh">: {run.name}</span>
          </Link>
        )}
      </td>
    </tr>
  );
}

function sayWorse({ waiting, waitingMore, lower }: Compared): string {
  const names =
    waitingMore > 0
      ? `${waiting.join(", ")} and ${waitingMore} more wait`
      : waiting.length > 0
        ? `${waiting.join(", ")} ${agreeing(waiting.length, "waits", "wait")}`
        : "";
  const scores = lower > 0 ? `${plural(lower, "learner")} ${agreeing(lower, "scores", "score")} lower` : "";
  return [names, scores].filter((one) => one !== "").join("; ") || "Nobody";
}
