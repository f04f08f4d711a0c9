// Ending the relationship that an open incident is about.
import { useWriteEach } from "../../web/ask.ts";
import { Confirm } from "../../web/ui/dialog.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { endForIncident } from "../contract.ts";
import type { Incident } from "../incident.ts";

export function EndForIncident({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const ending = useWriteEach(endForIncident);
  const end = () =>
    ending.mutate(
      { params: { id: incident.incidentId }, body: {} },
      {
        onSuccess: () => {
          toast("The relationship has ended");
          onClose();
        },
      },
    );
  return (
    <Confirm
      title={`End the relationship of ${incident.learner} and ${incident.educator}?`}
      isOpen
      onClose={onClose}
      act="End it"
      onAct={end}
      busy={ending.isPending}
      error={ending.error}
    >
      <p>
        Both see that it ended, and no reason. What they wrote stays theirs to read. Where the guiding side has to cool
        off first, the incident stays open until then. To find somebody else for {incident.learner}, match again after
        it.
      </p>
    </Confirm>
  );
}
