// Proposing a time to the other, or recording a meeting that took place without being arranged here.
import { useState } from "react";
import { useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { Card } from "../../web/ui/page.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { proposeMeeting, recordMeeting } from "../contract.ts";
import type { PairMeetings } from "../pair.ts";
import { TimeForm } from "./time-form.tsx";

type Props = {
  pair: PairMeetings;
  /** At once, while nothing is planned. */
  isOpen: boolean;
  name: string;
  now: string;
};

export function Propose({ pair, isOpen, name, now }: Props) {
  const { relationshipId } = pair.relationship;
  const proposing = useWrite(proposeMeeting, { params: { id: relationshipId } });
  const [isAsked, setAsked] = useState(false);
  const waits = pair.meetings.some(
    ({ state, startsAt, isGroup }) => state === "proposed" && !isGroup && startsAt > now,
  );
  const proposed = () => {
    setAsked(false);
    toast(`Proposed. The time is held until ${name} answers.`);
  };
  return (
    <>
      {(isOpen || isAsked) && (
        <Card className="meeting">
          <h3>Propose a time to {name}</h3>
          <TimeForm
            offeredIn={relationshipId}
            act="Propose this time"
            busy={proposing.isPending}
            error={proposing.error}
            onTime={(time) => proposing.mutate(time, { onSuccess: proposed })}
          />
        </Card>
      )}
      <div className="row">
        {!isOpen && !isAsked && !waits && (
          <Button icon="plus" onClick={() => setAsked(true)}>
            Propose another meeting
          </Button>
        )}
        <Record relationshipId={relationshipId} />
      </div>
    </>
  );
}

function Record({ relationshipId }: { relationshipId: string }) {
  const [isOpen, setOpen] = useState(false);
  const recording = useWrite(recordMeeting, { params: { id: relationshipId } });
  return (
    <>
      <Button kind="quiet" icon="history" onClick={() => setOpen(true)}>
        You met already?
      </Button>
      <Dialog title="Record a meeting that took place" isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>It counts like any other. You both see it, and can put it right.</p>
        <TimeForm
          offeredIn={null}
          act="Record it"
          busy={recording.isPending}
          error={recording.error}
          onTime={(time) => recording.mutate(time, { onSuccess: () => setOpen(false) })}
        />
      </Dialog>
    </>
  );
}
