// One meeting that lies ahead or waits to be logged, with its agenda and what either can do about it.
import { useState } from "react";
import { useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Confirm, Dialog } from "../../web/ui/dialog.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { cancelMeeting, confirmMeeting, moveMeeting } from "../contract.ts";
import { actsFor, type Meeting, modeWords, plannedMinutes } from "../meeting.ts";
import { sayMeeting } from "../saying.ts";
import { Agenda } from "./agenda.tsx";
import { LogForm } from "./log-form.tsx";
import { TimeForm } from "./time-form.tsx";
import { When } from "./when.tsx";

export function MeetingCard({ meeting, phase, now }: { meeting: Meeting; phase: string | null; now: string }) {
  const { personId } = useMe();
  const acts = actsFor(meeting, personId, now);
  const said = sayMeeting(meeting, personId, now);
  return (
    <Card className="meeting">
      <h3>
        <When meeting={meeting} />
      </h3>
      <p className="row">
        <StatusLine kind={said.kind}>{said.words}</StatusLine>
        <span>
          {modeWords[meeting.mode]}
          {meeting.isGroup ? ", with other learners" : ""}
        </span>
      </p>
      <Place place={meeting.place} />
      {acts.includes("log") ? (
        <LogForm meeting={meeting} />
      ) : (
        <>
          <Acts meeting={meeting} acts={acts} />
          <Agenda meeting={meeting} phase={phase} />
        </>
      )}
    </Card>
  );
}

function Place({ place }: { place: string }) {
  if (place === "") return null;
  const isLink = /^https?:\/\/\S+$/.test(place);
  return (
    <p className="meeting-place">
      {isLink ? (
        <a href={place} rel="noreferrer">
          {place}
        </a>
      ) : (
        place
      )}
    </p>
  );
}

function Acts({ meeting, acts }: { meeting: Meeting; acts: readonly string[] }) {
  const { personId } = useMe();
  const { meetingId, learner, educator } = meeting;
  const confirming = useWrite(confirmMeeting, { params: { id: meetingId } });
  const { name } = educator.personId === personId ? learner : educator;
  const confirm = () =>
    confirming.mutate({ acts: meeting.acts }, { onSuccess: () => toast(`Confirmed. ${name} sees it.`) });
  return (
    <>
      <Problem error={confirming.error} />
      <div className="row">
        {acts.includes("confirm") && (
          <Button kind="primary" icon="check" busy={confirming.isPending} onClick={confirm}>
            Confirm
          </Button>
        )}
        {acts.includes("move") && <Move meeting={meeting} other={otherIn(meeting, personId)} />}
        {acts.includes("cancel") && <Cancel meeting={meeting} other={otherIn(meeting, personId)} />}
      </div>
    </>
  );
}

/** Who has to do with it besides the reader: of a group all its learners, for its educator. */
function otherIn({ educator, learner, isGroup }: Meeting, personId: string): string {
  if (educator.personId !== personId) return educator.name;
  return isGroup ? "Every learner of it" : learner.name;
}

function Move({ meeting, other }: { meeting: Meeting; other: string }) {
  const [isOpen, setOpen] = useState(false);
  const moving = useWrite(moveMeeting, { params: { id: meeting.meetingId } });
  const moved = () => {
    setOpen(false);
    toast("Proposed anew.");
  };
  return (
    <>
      <Button icon="calendar" onClick={() => setOpen(true)}>
        Another time
      </Button>
      <Dialog title="Propose another time" isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>The first time is given up at once. {other} confirms the new one.</p>
        <TimeForm
          offeredIn={meeting.relationshipId}
          before={{ ...meeting, minutes: plannedMinutes(meeting) }}
          act="Propose this time"
          busy={moving.isPending}
          error={moving.error}
          onTime={(time) => moving.mutate({ ...time, acts: meeting.acts }, { onSuccess: moved })}
        />
      </Dialog>
    </>
  );
}

function Cancel({ meeting, other }: { meeting: Meeting; other: string }) {
  const [isOpen, setOpen] = useState(false);
  const cancelling = useWrite(cancelMeeting, { params: { id: meeting.meetingId } });
  const cancel = () => cancelling.mutate({ acts: meeting.acts }, { onSuccess: () => setOpen(false) });
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        Cancel it
      </Button>
      <Confirm
        title="Cancel this meeting?"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act="Cancel it"
        onAct={cancel}
        busy={cancelling.isPending}
        error={cancelling.error}
      >
        <p>{other} is told that it is cancelled. Nobody is asked why.</p>
      </Confirm>
    </>
  );
}
