// One date of a class, with what it does to plans before it is saved.
import { useState } from "react";
import { AskError, faultOf, useWrite } from "../../web/ask.ts";
import { Tick } from "../../web/ui/choice.tsx";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { Notice } from "../../web/ui/notice.tsx";
import { toast } from "../../web/ui/toast.tsx";
import type { PlanEffect } from "../change.ts";
import { changeTimelines, previewTimelines } from "../contract.ts";
import { keyFor } from "../requirement.ts";
import type { KeptDay } from "../timeline.ts";
import { sayPlans } from "./effect.tsx";

type Props = { day: KeptDay | null; year: number | undefined; kept: KeptDay[]; onClose: () => void };

export function EditDay({ day, year, kept, onClose }: Props) {
  const [seen, setSeen] = useState<{ day: KeptDay; effect: PlanEffect } | null>(null);
  const [missing, setMissing] = useState<AskError | null>(null);
  const previewing = useWrite(previewTimelines, { invalidate: [] });
  const changing = useWrite(changeTimelines);
  const error = missing ?? changing.error ?? previewing.error;
  const undo = (before: KeptDay) => () =>
    changing.mutateAsync({ days: [before] }).catch(({ because }: AskError) => toast(because));
  const save = (next: KeptDay) =>
    changing.mutate(
      { days: [next] },
      {
        onSuccess: () => {
          // The day as it was, on top of what was just written.
          toast(`${next.title}: saved.`, undo({ ...(day ?? { ...next, on: null }), version: next.version + 1 }));
          onClose();
        },
      },
    );
  const look = (values: Record<string, string>) => {
    const next = dayOf(day, values, kept);
    setMissing(next.on === "" ? noDay() : null);
    if (next.on === "") return;
    if (seen !== null && JSON.stringify(seen.day) === JSON.stringify(next)) return save(next);
    previewing.mutate({ days: [next] }, { onSuccess: (effect) => setSeen({ day: next, effect }) });
  };
  return (
    <Dialog title={day === null ? "Add a date" : `Change: ${day.title}`} isOpen onClose={onClose}>
      <Form
        act={seen === null ? "See what it does" : "Save"}
        busy={previewing.isPending || changing.isPending}
        error={error}
        fields={{ on: "Day", "days.0.title": "What", "days.0.classYear": "Class" }}
        onSubmit={look}
        beside={day !== null && <TakeOut onAct={() => save({ ...day, on: null })} />}
      >
        <Fields day={day} year={year} error={error} />
        {seen !== null && (
          <Notice live title={sayPlans(seen.effect)} kind={seen.effect.newlyLate > 0 ? "caution" : "plain"} />
        )}
      </Form>
    </Dialog>
  );
}

function TakeOut({ onAct }: { onAct: () => void }) {
  return (
    <Button kind="quiet" onClick={onAct}>
      Take it out
    </Button>
  );
}

function Fields({ day, year, error }: Pick<Props, "day" | "year"> & { error: AskError | null }) {
  const fault = (field: string) => faultOf(error, field) ?? faultOf(error, `days.0.${field}`);
  return (
    <>
      {day === null && (
        <TextField
          label="Class"
          name="classYear"
          inputMode="numeric"
          defaultValue={year ?? ""}
          error={fault("classYear")}
        />
      )}
      <TextField label="What" name="title" defaultValue={day?.title ?? ""} error={fault("title")} />
      <TextField label="Day" name="on" type="date" defaultValue={day?.on ?? ""} error={fault("on")} />
      <Tick name="beginsPhase" defaultChecked={day?.beginsPhase ?? false} hint="Then its name is the phase's.">
        A phase begins
      </Tick>
      <TextField
        label="Where the day is from"
        name="source"
        hint="An address or a document, so that somebody can look it up again."
        defaultValue={day?.source ?? ""}
        error={fault("source")}
      />
    </>
  );
}

function noDay(): AskError {
  const faults = [{ field: "on", because: "Choose a day." }];
  return new AskError(422, { rule: "request.shape", because: "A date needs its day.", faults });
}

function dayOf(day: KeptDay | null, values: Record<string, string>, kept: KeptDay[]): KeptDay {
  const { title = "", on = "", source = "", classYear } = values;
  const year = day?.classYear ?? Number(classYear);
  // An event that other classes have under this title is the same one.
  const known = kept.find((one) => one.title.toLowerCase() === title.trim().toLowerCase() && one.classYear !== year);
  const taken = new Set(kept.flatMap((one) => (one.classYear === year ? [one.event] : [])));
  const event = day?.event ?? (known && !taken.has(known.event) ? known.event : keyFor(title, taken));
  return {
    classYear: year,
    event,
    title,
    on,
    source,
    beginsPhase: values.beginsPhase !== undefined,
    version: day?.version ?? 0,
  };
}
