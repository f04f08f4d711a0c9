// A minute after: whether it took place, how long, and the next step; then, for the educator alone, what it turned into.
import { type ReactNode, useState } from "react";
import type { Program } from "../../programs/program.ts";
import { programs } from "../../programs/program.ts";
import { useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Segmented, Tick } from "../../web/ui/choice.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { markAudience } from "../audience.ts";
import { logMeeting, markTalk } from "../contract.ts";
import { type Meeting, modes, modeWords, plannedMinutes } from "../meeting.ts";

export function LogForm({ meeting, onDone }: { meeting: Meeting; onDone?: () => void }) {
  const { meetingId, acts, minutes, nextStep, state } = meeting;
  const [mode, setMode] = useState(meeting.mode);
  const [isHeld, setHeld] = useState(state !== "not held");
  const logging = useWrite(logMeeting, { params: { id: meetingId } });
  // Not by `onSuccess` of the call: once it is logged this part of the page goes, and that with it.
  const save = ({ minutes: took, nextStep: step = "" }: Record<string, string>) =>
    void logging
      .mutateAsync(
        isHeld
          ? { acts, held: true, minutes: Number(took), mode, nextStep: step.trim() === "" ? null : step }
          : { acts, held: false },
      )
      .then(
        () => {
          toast("Saved. You both see it.");
          onDone?.();
        },
        () => undefined,
      );
  return (
    <Form act="Save" busy={logging.isPending} error={logging.error} fields={{ nextStep: "Next step" }} onSubmit={save}>
      <Segmented
        legend="Did it take place?"
        options={[
          { value: "yes", word: "Yes" },
          { value: "no", word: "No" },
        ]}
        value={isHeld ? "yes" : "no"}
        onValue={(value) => setHeld(value === "yes")}
      />
      {isHeld && (
        <Held minutes={minutes ?? plannedMinutes(meeting)} nextStep={nextStep ?? ""}>
          <Segmented
            legend="How you met"
            options={modes.map((value) => ({ value, word: modeWords[value] }))}
            value={mode}
            onValue={setMode}
          />
        </Held>
      )}
    </Form>
  );
}

type HeldProps = { minutes: number; nextStep: string; children: ReactNode };

function Held({ minutes, nextStep, children }: HeldProps) {
  return (
    <>
      <TextField label="Minutes" name="minutes" type="number" min={5} max={720} defaultValue={String(minutes)} />
      {children}
      <TextField
        label="Next step, if there is one"
        name="nextStep"
        hint="You both see it, and it stands in the brief before your next meeting. Nothing else of the talk is kept."
        defaultValue={nextStep}
        maxLength={500}
      />
    </>
  );
}

/** For the educator of a meeting that took place. */
export function TalkMark({ meeting }: { meeting: Meeting }) {
  const [became, setBecame] = useState<readonly Program[]>(meeting.became ?? []);
  const marking = useWrite(markTalk, { params: { id: meeting.meetingId } });
  const toggled = (program: Program, isOn: boolean) =>
    setBecame(isOn ? [...became, program] : became.filter((one) => one !== program));
  const save = () => marking.mutate({ became: [...became] }, { onSuccess: () => toast("Kept, for you alone.") });
  return (
    <fieldset className="talk-mark">
      <legend>For yourself: what did the talk turn into?</legend>
      <Problem error={marking.error} fields={{ became: "What it turned into" }} />
      <div className="row">
        {programs.map((program) => (
          <Tick key={program} checked={became.includes(program)} onValue={(isOn) => toggled(program, isOn)}>
            {laneOf(program).word}
          </Tick>
        ))}
      </div>
      <div className="row">
        <Button small busy={marking.isPending} onClick={save}>
          Keep it
        </Button>
        <SeenChip of="this mark" audience={markAudience} />
      </div>
    </fieldset>
  );
}
