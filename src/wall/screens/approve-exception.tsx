// Approving an exception for an open incident: by name, for a reason, until a day.
import { useState } from "react";
import { useRead, useWrite, faultOf } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField, TextArea, TextField } from "../../web/ui/field.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { approveException, listIncidents } from "../contract.ts";
import { exceptable } from "../incident.ts";
import { dutyWords } from "../rule.ts";

export function ApproveException({ today, onClose }: { today: string; onClose: () => void }) {
  const { data } = useRead(listIncidents, { query: { state: "open", limit: 200 } });
  const approving = useWrite(approveException);
  const [chosen, setChosen] = useState("");
  const [because, setBecause] = useState("");
  const [until, setUntil] = useState("");
  const open = data?.items.filter((incident) => exceptable(incident) !== null) ?? [];
  const incident = open.find(({ incidentId }) => incidentId === chosen) ?? open[0];
  const act = () => {
    if (incident === undefined) return;
    const { learnerId, educatorId, wall } = incident;
    approving.mutate(
      { learnerId, educatorId, wall, ...exceptable(incident), because, until },
      {
        onSuccess: () => {
          toast("Exception approved. The learner can read it.");
          onClose();
        },
      },
    );
  };
  const actions = <Actions busy={approving.isPending} onAct={act} onClose={onClose} />;
  if (incident === undefined) return <NothingToApprove isRead={data !== undefined} onClose={onClose} />;
  const options = open.map(({ incidentId, learner, educator, duty, about }) => ({
    value: incidentId,
    word: `${learner}, ${educator}: ${about || dutyWords[duty]}`,
  }));
  return (
    <Dialog title="Approve an exception" isOpen onClose={onClose} actions={actions}>
      <Problem error={approving.error} fields={{ because: "Reason", until: "First day without it" }} />
      <SelectField label="For which incident" options={options} value={incident.incidentId} onValue={setChosen} />
      <TextArea
        label="Reason"
        hint="The learner and the educator read it."
        value={because}
        onValue={setBecause}
        error={faultOf(approving.error, "because")}
      />
      <TextField
        label="First day without it"
        type="date"
        min={today}
        value={until}
        onValue={setUntil}
        error={faultOf(approving.error, "until")}
      />
    </Dialog>
  );
}

function Actions({ busy, onAct, onClose }: { busy: boolean; onAct: () => void; onClose: () => void }) {
  return (
    <>
      <Button kind="quiet" onClick={onClose}>
        Not now
      </Button>
      <Button kind="primary" busy={busy} onClick={onAct}>
        Approve it
      </Button>
    </>
  );
}

function NothingToApprove({ isRead, onClose }: { isRead: boolean; onClose: () => void }) {
  return (
    <Dialog title="Approve an exception" isOpen onClose={onClose}>
      <p>
        {isRead
          ? "An exception lets a duty stand, or a relationship begin that awaits its signatures. No open incident is about either."
          : "Reading the incidents."}
      </p>
    </Dialog>
  );
}
