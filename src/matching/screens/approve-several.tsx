// A director's yes to the newest drafts of several programs at once, with one last day to answer.
import { useState } from "react";
import { plural } from "../../core/plural.ts";
import { addDays } from "../../core/shapes.ts";
import { matchOrder } from "../../programs/weights.ts";
import { useWriteEach } from "../../web/ask.ts";
import { type Outcome, useInTurn } from "../../web/in-turn.ts";
import { Button } from "../../web/ui/button.tsx";
import { Tick } from "../../web/ui/choice.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { approveRun } from "../contract.ts";
import { deadlineRefusal } from "../proposal.ts";
import type { Run } from "../run.ts";
import { AnswerBy } from "./answer-by.tsx";

/** The newest run of each program where it is a draft that can be approved, in the order in which they count each other. */
export function approvableOf(runs: Run[]): Run[] {
  return matchOrder.flatMap((program) => {
    const newest = runs.find((run) => run.program === program);
    const isOpen = newest !== undefined && newest.approval === null && newest.outcome.matched > newest.outcome.kept;
    return isOpen ? [newest] : [];
  });
}

/** `runs` are those that were drafts when the dialog opened: approved ones stay in sight until it is closed. */
export function ApproveSeveral({ runs, today, onClose }: { runs: Run[]; today: string; onClose: () => void }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [answerBy, setAnswerBy] = useState(addDays(today, 14));
  const approving = useWriteEach(approveRun);
  const { outcomes, state, start } = useInTurn(
    ({ runId }: Run) => runId,
    ({ runId }) => approving.mutateAsync({ params: { id: runId }, body: { answerBy } }),
  );
  const chosen = runs.filter(({ runId }) => !left.has(runId));
  const toggle = (runId: string) =>
    setLeft((before) => new Set(before.has(runId) ? [...before].filter((one) => one !== runId) : [...before, runId]));
  const isSet = deadlineRefusal(answerBy, today) === null;
  const acts = { chosen: chosen.length, isSet, state, onClose, onStart: () => void start(chosen) };
  return (
    <Dialog title="Approve several programs and ask" isOpen onClose={onClose} actions={<Acts {...acts} />}>
      <p>
        The learners and educators of each program then see the one person proposed to them. Each run is looked at again
        before it goes out: one that rests on what has changed meanwhile is refused, and the others are not.
      </p>
      <ul role="list" className="divided">
        {runs.map((run) => (
          <Row
            key={run.runId}
            run={run}
            isChosen={!left.has(run.runId)}
            onToggle={state === "asked" ? () => toggle(run.runId) : null}
            outcome={outcomes.get(run.runId)}
          />
        ))}
      </ul>
      {state === "asked" && <AnswerBy today={today} value={answerBy} onValue={setAnswerBy} />}
    </Dialog>
  );
}

type ActsProps = {
  chosen: number;
  /** The last day to answer is one that can be. */ isSet: boolean;
  state: "asked" | "running" | "done";
  onClose: () => void;
  onStart: () => void;
};

function Acts({ chosen, isSet, state, onClose, onStart }: ActsProps) {
  if (state === "done")
    return (
      <Button kind="primary" onClick={onClose}>
        Back to the runs
      </Button>
    );
  return (
    <>
      <Button kind="quiet" onClick={onClose}>
        Not now
      </Button>
      {chosen > 0 && (
        <Button kind="primary" icon="send" busy={state === "running"} disabled={!isSet} onClick={onStart}>
          Approve {plural(chosen, "run")} and ask
        </Button>
      )}
    </>
  );
}

type RowProps = {
  run: Run;
  isChosen: boolean;
  /** Null once the approvals are on their way. */
  onToggle: (() => void) | null;
  outcome: Outcome<Run> | undefined;
};

function Row({ run: { program, name, outcome: found }, isChosen, onToggle, outcome }: RowProps) {
  const words = `${laneOf(program).word}: ${name}, ${plural(found.matched - found.kept, "proposal")}`;
  return (
    <li className="row spread">
      {onToggle === null ? (
        <span>{words}</span>
      ) : (
        <Tick checked={isChosen} onValue={onToggle}>
          {words}
        </Tick>
      )}
      {onToggle === null && isChosen && <Came outcome={outcome} />}
    </li>
  );
}

function Came({ outcome }: { outcome: Outcome<Run> | undefined }) {
  if (outcome === undefined) return <StatusLine kind="wait">Waits for its turn</StatusLine>;
  if ("because" in outcome) return <StatusLine kind="stop">{outcome.because}</StatusLine>;
  return <StatusLine kind="done">Approved, and asked</StatusLine>;
}
