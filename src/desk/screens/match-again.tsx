// Matching again for the lines that were selected: which runs that makes, before; and what came of each, after.
import { addRun } from "../../matching/contract.ts";
import type { Run } from "../../matching/run.ts";
import { useWriteEach } from "../../web/ask.ts";
import { type Outcome, useInTurn } from "../../web/in-turn.ts";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { StatusLine } from "../../web/ui/notice.tsx";
import { type Line, type Rematch, rematchesOf } from "../queue.ts";

const keyOf = ({ program }: Rematch) => program;

export function MatchAgain({ lines, onClose }: { lines: Line[]; onClose: () => void }) {
  const adding = useWriteEach(addRun);
  const { outcomes, state, start } = useInTurn(keyOf, ({ program, restOf }: Rematch, before: Run[]) => {
    // Each counts the drafts before it, so that nobody is proposed to one learner in two lanes.
    const settings = { scope: "in need" as const, pins: [], counting: before.map(({ runId }) => runId) };
    return adding.mutateAsync({ body: { program, settings, ...(restOf === null ? {} : { basedOn: restOf }) } });
  });
  const rematches = rematchesOf(lines);
  const left = lines.length - rematches.reduce((sum, one) => sum + one.lines.length, 0);
  const count = rematches.length === 1 ? "one run" : `${rematches.length} runs`;
  const actions =
    state === "done" ? (
      <Button kind="primary" onClick={onClose}>
        Back to the desk
      </Button>
    ) : (
      <>
        <Button kind="quiet" onClick={onClose}>
          Not now
        </Button>
        <Button kind="primary" icon="play" busy={state === "running"} onClick={() => void start(rematches)}>
          Make {count}
        </Button>
      </>
    );
  return (
    <Dialog title={`Match again: ${count}`} isOpen wide onClose={onClose} actions={actions}>
      <p>Each is a draft for everybody in its program who needs somebody, not only for those you selected.</p>
      <ul role="list" className="divided">
        {rematches.map((rematch) => (
          <li key={keyOf(rematch)} className="row spread">
            <What rematch={rematch} />
            <Came outcome={outcomes.get(keyOf(rematch))} isRunning={state === "running"} />
          </li>
        ))}
      </ul>
      <p className="small muted">
        Nobody is told, and who accepted does not move, before a director approves a draft.
        {left > 0 && ` ${left === 1 ? "One selected line" : `${left} selected lines`} cannot be helped by a match.`}
      </p>
    </Dialog>
  );
}

function What({ rematch: { program, restOf, lines } }: { rematch: Rematch }) {
  const others = lines.length - 3;
  const names = lines.slice(0, others > 0 ? 3 : lines.length).map(({ who }) => who);
  return (
    <span>
      <Plate lane={program} /> {restOf === null ? "A new run" : "A run for the rest, after those who declined"}
      <span className="small muted block">
        For {names.join(", ")}
        {others > 0 && ` and ${others} more`}
      </span>
    </span>
  );
}

function Came({ outcome, isRunning }: { outcome: Outcome<Run> | undefined; isRunning: boolean }) {
  if (outcome === undefined) return isRunning ? <StatusLine kind="wait">Waits for its turn</StatusLine> : null;
  if ("because" in outcome)
    return (
      <StatusLine kind="stop" live>
        {outcome.because}
      </StatusLine>
    );
  const { runId, outcome: figures } = outcome.reply;
  return (
    <StatusLine kind="done" live>
      {figures.matched} of {figures.learners} matched. <Link href={`/matching/${runId}`}>Open the draft</Link>
    </StatusLine>
  );
}
