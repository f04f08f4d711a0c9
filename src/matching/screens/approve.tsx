// A director's yes, with the last day to answer; and after it, the match for those left.
import { useState } from "react";
import { agreeing, plural } from "../../core/plural.ts";
import { addDays } from "../../core/shapes.ts";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { usePlace } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { approveRun, runRest } from "../contract.ts";
import type { RunDetail } from "../run-detail.ts";
import { deadlineRefusal } from "../proposal.ts";
import { AnswerBy } from "./answer-by.tsx";
import { roleIn, rolesIn } from "./desk-words.ts";

export function RunActions({ run }: { run: RunDetail }) {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (run.approval !== null) return <Rest run={run} />;
  // Whoever reads it: what nobody can approve does not wait for a director.
  if (run.proposals.every(({ kept }) => kept))
    return <p className="small muted">It proposes nobody new, so there is nothing to approve.</p>;
  if (run.assumes.length > 0) return <p className="small muted">A scenario with assumptions cannot be approved.</p>;
  if (!me.may.includes("approve matches"))
    return <p className="small muted">A director approves it. Nothing goes out before.</p>;
  return (
    <>
      <Button kind="primary" icon="send" onClick={() => setOpen(true)}>
        Approve and ask
      </Button>
      {isOpen && <Approve run={run} close={() => setOpen(false)} />}
    </>
  );
}

function Approve({ run, close }: { run: RunDetail; close: () => void }) {
  const { school } = useMe();
  const [answerBy, setAnswerBy] = useState(addDays(school.today, 14));
  const approving = useWrite(approveRun, { params: { id: run.runId } });
  const canAsk = deadlineRefusal(answerBy, school.today) === null;
  const asked = run.proposals.filter(({ kept }) => !kept).length;
  const approve = () =>
    approving.mutate(
      { answerBy },
      {
        onSuccess: () => {
          toast(`${plural(asked, "proposal")} went out. The last day to answer is ${sayDay(answerBy, school.today)}.`);
          close();
        },
      },
    );
  return (
    <Dialog
      title={`Ask ${plural(asked, "learner")} and their ${agreeing(asked, roleIn(run.program), rolesIn(run.program))}?`}
      isOpen
      onClose={close}
      actions={<Acts act={canAsk ? approve : null} close={close} busy={approving.isPending} />}
    >
      <Problem error={approving.error} fields={{ answerBy: "Last day to answer" }} />
      <p>
        Each of them then sees the one person proposed to them, and answers yes or no. Two yeses begin an agreement;
        nothing is in force before both have signed it.
      </p>
      <AnswerBy
        today={school.today}
        value={answerBy}
        onValue={setAnswerBy}
        error={faultOf(approving.error, "answerBy")}
      />
      <p className="small muted">
        Before anything goes out we look whether what this run rests on is still so. If not, it is refused, and you run
        it again.
      </p>
    </Dialog>
  );
}

/** `act` is null while the day is none that can be. */
function Acts({ act, close, busy }: { act: (() => void) | null; close: () => void; busy: boolean }) {
  return (
    <>
      <Button kind="quiet" onClick={close}>
        Not now
      </Button>
      <Button kind="primary" icon="send" busy={busy} disabled={act === null} onClick={() => act?.()}>
        Approve and ask
      </Button>
    </>
  );
}

function Rest({ run }: { run: RunDetail }) {
  const { go } = usePlace();
  const matching = useWrite(runRest, { params: { id: run.runId } });
  const declined = run.proposals.filter(({ answers }) => answers.some(({ answer }) => answer === "decline")).length;
  return (
    <div>
      <Button
        icon="rotate"
        busy={matching.isPending}
        onClick={() => matching.mutate({}, { onSuccess: ({ runId }) => go(`/matching/${runId}`) })}
      >
        Match the rest
      </Button>
      <p className="small muted">
        {declined === 0 ? "Nobody has declined so far." : `${plural(declined, "proposal")} declined.`} Who accepted does
        not move.
      </p>
      <Problem error={matching.error} />
    </div>
  );
}
