// Closing an incident: what came of it, in the name of who closes it; or ending the relationship that it is about.
import { useState } from "react";
import { useWriteEach } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField } from "../../web/ui/field.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { useMe } from "../../web/ui/me.ts";
import { closeIncident, endForIncident } from "../contract.ts";
import type { Incident, outcomes } from "../incident.ts";

const endNow = { value: "end now", word: "End their relationship now" };
const outcomeWords = [
  { value: "reassigned", word: "Reassigned: somebody else has the duty" },
  { value: "ended", word: "Ended: the relationship moved, and has cooled off" },
  { value: "mistaken", word: "Mistaken: the record was wrong" },
  { value: "past", word: "Past: it happened, and is noted" },
];

export function CloseIncident({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const canEnd = useMe().may.includes("run matches") && incident.program !== null && incident.kind !== "assessment";
  const [outcome, setOutcome] = useState<string>(firstOf(incident, canEnd));
  const closing = useWriteEach(closeIncident);
  const ending = useWriteEach(endForIncident);
  const isEnding = outcome === endNow.value;
  const params = { id: incident.incidentId };
  const told = (words: string) => ({
    onSuccess: () => {
      toast(words);
      onClose();
    },
  });
  const act = () =>
    isEnding
      ? ending.mutate({ params, body: {} }, told("The relationship has ended"))
      : closing.mutate({ params, body: { outcome: outcome as (typeof outcomes)[number] } }, told("Incident closed"));
  const actions = (
    <>
      <Button kind="quiet" onClick={onClose}>
        Not now
      </Button>
      <Button kind="primary" busy={closing.isPending || ending.isPending} onClick={act}>
        {isEnding ? "End it" : "Close it"}
      </Button>
    </>
  );
  return (
    <Dialog title={`Close: ${incident.learner}, ${incident.educator}`} isOpen onClose={onClose} actions={actions}>
      <Problem error={closing.error ?? ending.error} />
      <SelectField
        label="What comes of it"
        options={canEnd ? [endNow, ...outcomeWords] : outcomeWords}
        value={outcome}
        onValue={setOutcome}
      />
      <p className="small muted">
        {isEnding
          ? "Both see that it ended, and no reason. What they wrote stays theirs to read. Where the guiding side has to cool off first, the incident stays open until then."
          : "It stays on record with your name. One that still collides is not closed as solved."}
      </p>
    </Dialog>
  );
}

function firstOf({ kind, wayOut }: Incident, canEnd: boolean): string {
  if (kind === "assessment") return "past";
  return canEnd && wayOut === "end or move the relationship" ? endNow.value : "reassigned";
}
