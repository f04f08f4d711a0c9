// Why this pair: its parts, the best other one, who would lose, and who is ruled out.
import { agreeing, plural } from "../../core/plural.ts";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button, IconButton } from "../../web/ui/button.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import type { IconName } from "../../web/ui/icons.ts";
import { LaneHead } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { Link, usePlace } from "../../web/ui/link.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { adjustRun, getExplanation } from "../contract.ts";
import type { Adjustment } from "../adjustment.ts";
import type { Explanation, Move } from "../explanation.ts";
import type { RunDetail } from "../run-detail.ts";
import { partNames } from "../telling.ts";
import { countWords, exclusionWords, of100, roleIn } from "./desk-words.ts";
import { Bar } from "../../web/ui/figures.tsx";
import { ProposalSeen } from "./seen.tsx";

/** The panel beside the pairs. Its buttons make scenarios; the run on screen stays as it is. */
export function WhyPair({ run, learnerId, close }: { run: RunDetail; learnerId: string; close: () => void }) {
  const { data: told, error } = useRead(getExplanation, { params: { id: run.runId, learnerId } });
  const lane = laneOf(run.program);
  return (
    <aside className={`card flush drawer ${lane.className}`} id="pair" aria-labelledby="pair-title">
      <LaneHead lane={run.program} end={<IconButton icon="x" label="Close" onClick={close} />}>
        Why this pair
      </LaneHead>
      <div className="drawer-body">
        {told ? (
          <Told run={run} told={told} />
        ) : error ? (
          <Problem error={error} />
        ) : (
          <p aria-busy="true">Working it out.</p>
        )}
      </div>
    </aside>
  );
}

function Told({ run, told }: { run: RunDetail; told: Explanation }) {
  const adjusting = useWrite(adjustRun, { params: { id: run.runId } });
  const { go } = usePlace();
  const { move } = told;
  const attempt = (body: Adjustment) =>
    adjusting.mutate(body, { onSuccess: ({ run: made }) => go(`/matching/${made.runId}`) });
  return (
    <>
      <div>
        <h2 id="pair-title" style={{ overflowWrap: "anywhere" }}>
          {told.educator === null ? told.learner : `${told.learner} and ${told.educator}`}
        </h2>
        {told.score === null ? (
          <p>Nobody is proposed yet.</p>
        ) : (
          <p className="big-score">
            <b className="num">{of100(told.score)}</b> of 100
          </p>
        )}
      </div>
      <Factors told={told} />
      {move && <Alternative told={told} move={move} />}
      {told.ruledOut.length > 0 && <RuledOutList told={told} />}
      <p>
        <ProposalSeen isApproved={run.approval !== null} role={roleIn(run.program)} />
      </p>
      {run.approval === null && <Acts told={told} busy={adjusting.isPending} attempt={attempt} />}
      <Problem error={adjusting.error} />
    </>
  );
}

function Acts({ told, busy, attempt }: { told: Explanation; busy: boolean; attempt: (change: Adjustment) => void }) {
  const { learnerId, educatorId, move } = told;
  return (
    <div className="row">
      {educatorId !== null && !told.pinned && (
        <Button small icon="pin" busy={busy} onClick={() => attempt({ pin: { learnerId, educatorId } })}>
          Keep this pair
        </Button>
      )}
      {educatorId !== null && told.pinned && (
        <Button small icon="pin" busy={busy} onClick={() => attempt({ unpin: { learnerId, educatorId } })}>
          Let it move again
        </Button>
      )}
      {move && (
        <Button
          small
          icon="swap"
          busy={busy}
          onClick={() => attempt({ pin: { learnerId, educatorId: move.educatorId } })}
        >
          Try {move.educator}
        </Button>
      )}
      {educatorId !== null && (
        <Button small kind="quiet" busy={busy} onClick={() => attempt({ forbid: { learnerId, educatorId } })}>
          Never pair
        </Button>
      )}
    </div>
  );
}

function Factors({ told }: { told: Explanation }) {
  return (
    <ul className="factors" role="list">
      {told.parts.map(({ part, points, most, known }) => (
        <li key={part}>
          <div className="row spread">
            <b>{partNames[part]}</b>
            {known ? (
              <span className="num">
                {of100(points)} <span className="muted">of {of100(most)}</span>
              </span>
            ) : (
              <span className="small muted">not said</span>
            )}
          </div>
          {known && <Bar percent={most === 0 ? 0 : (100 * points) / most} />}
          {part === "unknown" && <p className="small muted">What is not said counts as the mean of all pairs.</p>}
        </li>
      ))}
    </ul>
  );
}

const changesShown = 5;

function Alternative({ told, move }: { told: Explanation; move: Move }) {
  const best = told.alternatives.find(({ educatorId }) => educatorId === move.educatorId);
  const rest = move.changes.length - changesShown + move.more;
  return (
    <section aria-labelledby="other-title">
      <h3 id="other-title">
        Best other: {move.educator}
        {best ? `, ${of100(best.score)}` : ""}
      </h3>
      <p>{move.changes.length <= 1 ? "Nobody else would move." : sayMoved(move.changes.length - 1 + move.more)}</p>
      <Losses told={told} move={move} />
      {rest > 0 && <p className="small muted">And {rest} more, who lose less or gain.</p>}
    </section>
  );
}

function sayMoved(others: number): string {
  return `Then ${plural(others, "other learner")} would change${agreeing(others, "", ", the hardest hit first")}:`;
}

function Losses({ told, move }: { told: Explanation; move: Move }) {
  const said = (score: number | null): string => (score === null ? "–" : String(of100(score)));
  return (
    <table className="table mini loss">
      <caption className="vh">
        Change for each person if {told.learner} had {move.educator}
      </caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col" className="end">
            Now
          </th>
          <th scope="col" className="end">
            Then
          </th>
        </tr>
      </thead>
      <tbody>
        {move.changes.slice(0, changesShown).map((change) => (
          <tr key={change.learnerId}>
            <th scope="row" style={{ overflowWrap: "anywhere" }}>
              {change.learner}
              <span className="with small">
                {change.educator === null ? "has nobody" : `goes to ${change.educator}`}
              </span>
            </th>
            <td className="end">{said(change.before)}</td>
            <td className="end">{said(change.after)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">Lowest in the run</th>
          <td className="end">{said(move.lowestNow)}</td>
          <td className="end">{said(move.lowestThen)}</td>
        </tr>
        <tr>
          <th scope="row">Learners matched</th>
          <td className="end">{move.matchedNow}</td>
          <td className="end">{move.matchedThen}</td>
        </tr>
      </tbody>
    </table>
  );
}

const icons: Record<string, IconName> = {
  "not available": "wall",
  "not certified": "seal",
  full: "users",
  "no hours left": "timer",
  paused: "pause",
};

function RuledOutList({ told }: { told: Explanation }) {
  const all = told.counts.reduce((sum, { educators }) => sum + educators, 0);
  return (
    <section aria-labelledby="ruled-title">
      <h3 id="ruled-title" style={{ overflowWrap: "anywhere" }}>
        Ruled out for {told.learner.split(" ")[0]}
      </h3>
      <ul className="ruled" role="list">
        {told.ruledOut.slice(0, 5).map(({ educatorId, educator, code, wished, detail }) => (
          <li key={educatorId}>
            <Icon name={icons[code] ?? "minus"} />
            <span>
              <b>{educator}</b> {exclusionWords[code]}
              {detail.length > 0 ? `: ${detail.join(", ")}` : ""}
              {wished ? ". They were wished for" : ""}.
            </span>
          </li>
        ))}
      </ul>
      <p className="small muted">
        {all} in all: {told.counts.map(({ code, educators }) => `${educators} ${countWords[code]}`).join(", ")}.
      </p>
      {told.mayAskWall && told.counts.some(({ code }) => code === "not available") && (
        <p className="small">
          <Link href={`/wall?learner=${told.learnerId}`}>Ask the wall why not</Link>
        </p>
      )}
    </section>
  );
}
