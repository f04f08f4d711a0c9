// Pausing, renewing and the quiet end: each says before what will happen and who will know.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { Confirm, Dialog } from "../../web/ui/dialog.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { endPause, endRelationship, pauseRelationship, renewAgreement } from "../contract.ts";
import { type EndingReason, endingReasons, otherOf, type Relationship } from "../relationship.ts";
import type { z } from "zod";

/** Renewing and pausing, while the relationship is in force. */
export function Keeping({ relationship }: { relationship: Relationship }) {
  const { school, personId } = useMe();
  const { relationshipId, pause, renewOn, awaits } = relationship;
  const [isPausing, setPausing] = useState(false);
  const renewing = useWrite(renewAgreement, { params: { id: relationshipId } });
  const returning = useWrite(endPause, { params: { id: relationshipId } });
  const { name } = otherOf(relationship, personId);
  const renew = () => renewing.mutate({}, { onSuccess: () => toast(`Renewed. You and ${name} sign it anew.`) });
  return (
    <Card className="rules-card keeping">
      <h2>Keep it going</h2>
      <Problem error={renewing.error ?? returning.error} />
      {renewOn !== null && <p>You renew these ground rules by {sayDay(renewOn, school.today)}.</p>}
      {awaits.length === 0 && (
        <Button icon="rotate" busy={renewing.isPending} onClick={renew}>
          Renew now
        </Button>
      )}
      {pause === null ? (
        <Button icon="pause" onClick={() => setPausing(true)}>
          Pause
        </Button>
      ) : (
        <>
          <p>
            Paused from {sayDay(pause.from, school.today)}, back on {sayDay(pause.until, school.today)}.
          </p>
          <Button icon="play" busy={returning.isPending} onClick={() => returning.mutate(undefined)}>
            {pause.from > school.today ? "Take the pause back" : "Come back today"}
          </Button>
        </>
      )}
      {isPausing && <Pausing relationship={relationship} other={name} close={() => setPausing(false)} />}
    </Card>
  );
}

function Pausing({ relationship, other, close }: { relationship: Relationship; other: string; close: () => void }) {
  const { school } = useMe();
  const [from, setFrom] = useState(school.today);
  const [until, setUntil] = useState("");
  const pausing = useWrite(pauseRelationship, { params: { id: relationship.relationshipId } });
  const pause = () => pausing.mutate({ from, until }, { onSuccess: close });
  const actions = (
    <>
      <Button kind="quiet" onClick={close}>
        Not now
      </Button>
      <Button kind="primary" disabled={until === ""} busy={pausing.isPending} onClick={pause}>
        Pause
      </Button>
    </>
  );
  return (
    <Dialog title="Pause this relationship" isOpen onClose={close} actions={actions}>
      <Problem error={pausing.error} fields={{ from: "First day", until: "Day of return" }} />
      <p>
        {other} and the program office see these two days. Nobody is asked why, and no meeting is expected until then.
      </p>
      <TextField
        label="First day"
        type="date"
        value={from}
        min={school.today}
        onValue={setFrom}
        error={faultOf(pausing.error, "from")}
      />
      <TextField
        label="Day of return"
        type="date"
        value={until}
        min={from}
        onValue={setUntil}
        hint="Choose a day to go on."
        error={faultOf(pausing.error, "until")}
      />
    </Dialog>
  );
}

const reasonWords: Record<z.infer<typeof EndingReason>, string> = {
  "not said": "I would rather not say",
  "goals reached": "We reached what we set out for",
  "no time now": "There is no time for it now",
  "another would fit better": "Somebody else would fit better",
  "moving on": "One of us moves on",
  "not working": "It does not work",
};

/** Folded away until it is wanted. */
export function QuietEnd({ relationship }: { relationship: Relationship }) {
  const { school, personId } = useMe();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState<z.infer<typeof EndingReason>>("not said");
  const ending = useWrite(endRelationship, { params: { id: relationship.relationshipId } });
  const { name } = otherOf(relationship, personId);
  const end = () => ending.mutate({ reason }, { onSuccess: () => setAsking(false) });
  return (
    <details className="card exit">
      <summary>
        <Icon name="door" />
        <span>
          <b>Quiet end</b>
          <br />
          <span className="small muted">Either of you, without blame</span>
        </span>
        <Icon name="down" />
      </summary>
      <div className="exit-body">
        <WhatHappens name={name} today={sayDay(school.today)} />
        <SelectField
          label="Reason, if you like"
          hint="Offices see reasons only as counts, from 5 endings on."
          value={reason}
          options={endingReasons.toReversed().map((value) => ({ value, word: reasonWords[value] }))}
          onValue={(value) => setReason(value as typeof reason)}
        />
        <div className="row">
          <Button onClick={() => setAsking(true)}>End this relationship</Button>
        </div>
        <Confirm
          title={`End this with ${name}?`}
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          act="End it today"
          onAct={end}
          busy={ending.isPending}
          error={ending.error}
        >
          <p>This cannot be taken back. You can be matched with each other again later, by a new proposal.</p>
        </Confirm>
      </div>
    </details>
  );
}

/** Said before anything is pressed: what the other reads, and who is told what. */
function WhatHappens({ name, today }: { name: string; today: string }) {
  return (
    <>
      <p>You can end this at any time. Today is then its last day.</p>
      <p>
        <b>{name} will read</b>
      </p>
      <blockquote>Ended on {today}. Thank you for the time you both gave.</blockquote>
      <ul>
        <li>Neither {name} nor any office is told which of you ended it.</li>
        <li>What you agreed stays readable to the two of you.</li>
        <li>Whoever guided you may not assess you for a time after it, as the charter says.</li>
      </ul>
    </>
  );
}
