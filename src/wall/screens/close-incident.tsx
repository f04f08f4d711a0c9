// Closing an incident: what came of it, in the name of who closes it.
import { useState } from "react";
import { useWriteEach } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField } from "../../web/ui/field.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { closeIncident } from "../contract.ts";
import type { Incident, outcomes } from "../incident.ts";

const outcomeWords = [
  { value: "reassigned", word: "Reassigned: somebody else has the duty" },
  { value: "ended", word: "Ended: the relationship moved, and has cooled off" },
  { value: "mistaken", word: "Mistaken: the record was wrong" },
  { value: "past", word: "Past: it happened, and is noted" },
];

export function CloseIncident({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const [outcome, setOutcome] = useState<string>(incident.kind === "assessment" ? "past" : "reassigned");
  const closing = useWriteEach(closeIncident);
  const act = () =>
    closing.mutate(
      { params: { id: incident.incidentId }, body: { outcome: outcome as (typeof outcomes)[number] } },
      {
        onSuccess: () => {
          toast("Incident closed");
          onClose();
        },
      },
    );
  const actions = (
    <>
      <Button kind="quiet" onClick={onClose}>
        Not now
      </Button>
      <Button kind="primary" busy={closing.isPending} onClick={act}>
        Close it
      </Button>
    </>
  );
  return (
    <Dialog title={`Close: ${incident.learner}, ${incident.educator}`} isOpen onClose={onClose} actions={actions}>
      <Problem error={closing.error} />
      <SelectField label="What came of it" options={outcomeWords} value={outcome} onValue={setOutcome} />
      <p className="small muted">It stays on record with your name. One that still collides is not closed as solved.</p>
    </Dialog>
  );
}
