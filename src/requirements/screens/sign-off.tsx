// Signing one requirement off for several learners: who it would be, who not and why, then the one act.
import { useState } from "react";
import { plural } from "../../core/plural.ts";
import { useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { Tick } from "../../web/ui/choice.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { addSignOffs, previewSignOffs } from "../plan-contract.ts";
import type { SignOffReport } from "../sign-off.ts";

type Props = { setId: string; requirementKey: string; learnerIds: string[] };

/** `learnerIds`: those of the list that stand on the screen. */
export function SignOff({ setId, requirementKey: key, learnerIds }: Props) {
  const [report, setReport] = useState<SignOffReport | null>(null);
  const looking = useWrite(previewSignOffs, { invalidate: [] });
  const look = () => looking.mutate({ setId, key, learnerIds }, { onSuccess: setReport });
  return (
    <div className="row">
      <Button icon="check" busy={looking.isPending} onClick={look}>
        Sign off for those shown
      </Button>
      <Problem error={looking.error} />
      {report !== null && <Choose report={report} setId={setId} requirementKey={key} onClose={() => setReport(null)} />}
    </div>
  );
}

type ChooseProps = Omit<Props, "learnerIds"> & { report: SignOffReport; onClose: () => void };

function Choose({ report: { signed, refused }, setId, requirementKey: key, onClose }: ChooseProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const signing = useWrite(addSignOffs);
  const learnerIds = signed.map(({ learnerId }) => learnerId).filter((id) => !left.has(id));
  const turn = (id: string, isOn: boolean) =>
    setLeft(new Set([...left].filter((one) => one !== id).concat(isOn ? [] : id)));
  const sign = () =>
    // The list changes with the answer, and this away with it: so not by the callbacks of `mutate`.
    void signing.mutateAsync({ setId, key, learnerIds }).then(
      (told) => {
        onClose();
        toast(`Signed off for ${plural(told.signed.length, "learner")}.`);
      },
      () => undefined,
    );
  return (
    <Dialog
      title="Sign off for several"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            Not now
          </Button>
          {learnerIds.length > 0 && (
            <Button kind="primary" busy={signing.isPending} onClick={sign}>
              Sign off for {plural(learnerIds.length, "learner")}
            </Button>
          )}
        </>
      }
    >
      <Problem error={signing.error} />
      <p>
        {signed.length === 0
          ? "There is nobody among those shown for whom your office signs this off."
          : "Each of them, and whoever advises them, reads that your office signed it off."}
      </p>
      <Those signed={signed} left={left} onTurn={turn} />
      <Refused refused={refused} />
    </Dialog>
  );
}

type ThoseProps = Pick<SignOffReport, "signed"> & {
  left: ReadonlySet<string>;
  onTurn: (id: string, isOn: boolean) => void;
};

function Those({ signed, left, onTurn }: ThoseProps) {
  return signed.map(({ learnerId, name, openBefore }) => (
    <Tick
      key={learnerId}
      checked={!left.has(learnerId)}
      onValue={(isOn) => onTurn(learnerId, isOn)}
      hint={openBefore.length === 0 ? undefined : `Still open before it: ${openBefore.join("; ")}`}
    >
      {name}
    </Tick>
  ));
}

/** By reason, since most share one. */
function Refused({ refused }: Pick<SignOffReport, "refused">) {
  if (refused.length === 0) return null;
  return (
    <>
      <p>Not for these:</p>
      <ul role="list" className="divided">
        {[...Map.groupBy(refused, ({ because }) => because)].map(([because, those]) => (
          <li key={because} className="small">
            <b>{because}</b> {those.map(({ name }) => name).join(", ")}
          </li>
        ))}
      </ul>
    </>
  );
}
