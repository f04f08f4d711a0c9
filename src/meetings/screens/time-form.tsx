// Choosing a time, for a proposal or in place of another: one that the educator offers, or any other.
import { useState } from "react";
import { type AskError, useRead } from "../../web/ask.ts";
import { Segmented } from "../../web/ui/choice.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Waiting } from "../../web/ui/waiting.tsx";
import { listSlots } from "../contract.ts";
import { modes, modeWords } from "../meeting.ts";
import { zoneOptions } from "../zone-names.ts";
import { SlotPicker } from "./slot-picker.tsx";
import { ownZone } from "./when.tsx";

export interface ChosenTime {
  start: string;
  minutes: number;
  timeZone: string;
  mode: (typeof modes)[number];
  place: string;
}

type Props = {
  /** Whose educator's hours are offered; null where the time lies in the past, and none is. */
  offeredIn: string | null;
  act: string;
  before?: { mode: ChosenTime["mode"]; place: string; minutes: number };
  onTime: (time: ChosenTime) => void;
  busy: boolean;
  error: AskError | null;
  beside?: React.ReactNode;
};

const placeWords: Record<ChosenTime["mode"], string> = {
  "in person": "Where",
  video: "Video link",
  phone: "Who calls whom",
};

export function TimeForm({ offeredIn, before, onTime, ...form }: Props) {
  const [mode, setMode] = useState<ChosenTime["mode"]>(before?.mode ?? "video");
  const slots = useRead(listSlots, { params: { id: offeredIn ?? "" } }, { enabled: offeredIn !== null });
  const [isOther, setOther] = useState<boolean | null>(null);
  const [slot, setSlot] = useState("");
  if (offeredIn !== null && !slots.data) return <Waiting error={slots.error} rows={3} />;
  const offered = slots.data?.items ?? [];
  const isOwn = isOther ?? offered.length === 0;
  const send = (values: Record<string, string>) => {
    const { timeZone, minutes } = slots.data ?? {};
    const chosen = !isOwn && timeZone && minutes ? { start: slot, minutes, timeZone } : typedTime(values);
    onTime({ ...chosen, mode, place: values.place ?? "" });
  };
  return (
    <Form onSubmit={send} fields={fields} {...form}>
      {offered.length > 0 && <FromWhere isOwn={isOwn} onOwn={setOther} />}
      {isOwn ? (
        <AnyTime minutes={before?.minutes ?? slots.data?.minutes ?? 45} isPast={offeredIn === null} />
      ) : (
        <SlotPicker slots={offered} timeZone={slots.data?.timeZone ?? ""} value={slot} onValue={setSlot} />
      )}
      <Segmented
        legend="How you meet"
        options={modes.map((value) => ({ value, word: modeWords[value] }))}
        value={mode}
        onValue={setMode}
      />
      <TextField
        label={`${placeWords[mode]}, if you know it`}
        name="place"
        defaultValue={before?.place ?? ""}
        maxLength={300}
      />
    </Form>
  );
}

function typedTime({ day = "", time = "", minutes, timeZone = "" }: Record<string, string>) {
  return { start: `${day}T${time}`, minutes: Number(minutes), timeZone };
}

const fields = { start: "Time", minutes: "Minutes", timeZone: "Time zone", place: "Place", mode: "How you meet" };

function FromWhere({ isOwn, onOwn }: { isOwn: boolean; onOwn: (isOwn: boolean) => void }) {
  return (
    <Segmented
      legend="Which time"
      hideLegend
      options={[
        { value: "offered", word: "From their hours" },
        { value: "other", word: "Another time" },
      ]}
      value={isOwn ? "other" : "offered"}
      onValue={(value) => onOwn(value === "other")}
    />
  );
}

function AnyTime({ minutes, isPast }: { minutes: number; isPast: boolean }) {
  const { school } = useMe();
  return (
    <div className="meeting-time">
      <TextField
        label="Day"
        name="day"
        type="date"
        {...(isPast ? { max: school.today } : { min: school.today })}
        defaultValue={school.today}
      />
      <TextField label="Time" name="time" type="time" />
      <TextField label="Minutes" name="minutes" type="number" min={5} max={720} defaultValue={String(minutes)} />
      <SelectField
        label="Time zone"
        name="timeZone"
        defaultValue={ownZone(school)}
        options={zoneOptions(ownZone(school))}
      />
    </div>
  );
}
