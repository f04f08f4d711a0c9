// Closing an incident: what came of it, in the name of who closes it.
import { useState } from "react";
import { useWriteEach } from "../../web/ask.ts";
import { Confirm } from "../../web/ui/dialog.tsx";
import { SelectField } from "../../web/ui/field.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { closeIncident } from "../contract.ts";
import { type Incident, type Outcome, outcomesFor } from "../incident.ts";

const words: Record<Outcome, string> = {
  reassigned: "Reassigned: somebody else has the duty",
  ended: "Ended: the relationship is over, and has cooled off",
  excepted: "Excepted: it stands by an exception",
  mistaken: "Mistaken: the record was wrong",
  past: "Past: it happened, and is noted",
};

export function CloseIncident({
  incident,
  today,
  onClose,
}: {
  incident: Incident;
  today: string;
  onClose: () => void;
}) {
  const options = outcomesFor(incident, today).map((value) => ({ value, word: words[value] }));
  const [outcome, setOutcome] = useState<string>(options[0]?.value ?? "mistaken");
  const closing = useWriteEach(closeIncident);
  const close = () =>
    closing.mutate(
      { params: { id: incident.incidentId }, body: { outcome: outcome as Outcome } },
      {
        onSuccess: () => {
          toast("Incident closed");
          onClose();
        },
      },
    );
  return (
    <Confirm
      title={`Close: ${incident.learner}, ${incident.educator}`}
      isOpen
      onClose={onClose}
      act="Close it"
      onAct={close}
      busy={closing.isPending}
      error={closing.error}
    >
      <SelectField label="What comes of it" options={options} value={outcome} onValue={setOutcome} />
      <p className="small muted">
        It stays on record with your name.
        {incident.collides && " The two still collide, so it can be closed only if the record was wrong, or is past."}
      </p>
    </Confirm>
  );
}
