// The next class's dates from those of another: each a year later, to be looked up before anybody relies on them.
import { plural } from "../../core/plural.ts";
import { useState } from "react";
import type { Day } from "../../core/shapes.ts";
import { AskError, faultOf, useWrite } from "../../web/ask.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { changeTimelines } from "../contract.ts";
import type { KeptDay } from "../timeline.ts";

type Props = { days: KeptDay[]; from: number; taken: number[]; onClose: () => void };

export function CopyTimeline({ days, from, taken, onClose }: Props) {
  const changing = useWrite(changeTimelines);
  const [error, setError] = useState<AskError | null>(null);
  const copy = ({ to = "" }: Record<string, string>) => {
    const year = Number(to);
    const because = !/^\d{4}$/.test(to)
      ? "Write the year of the class, such as 2030."
      : taken.includes(year)
        ? "This class has dates already. Change those."
        : null;
    if (because !== null)
      return setError(new AskError(422, { rule: "request.shape", because, faults: [{ field: "to", because }] }));
    const source = `Not looked up yet: as for the class of ${from}, ${plural(year - from, "year")} later`;
    const next = days.map((day) => ({
      ...day,
      classYear: year,
      on: day.on && yearsLater(day.on, year - from),
      source,
      version: 0,
    }));
    changing.mutate(
      { days: next },
      {
        onSuccess: () => {
          toast(`The class of ${year} has ${plural(next.length, "date")}. Look each up, and write where it is from.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title="Begin the next class" isOpen onClose={onClose}>
      <Form act="Copy the dates" busy={changing.isPending} error={changing.error ?? error} onSubmit={copy}>
        <p>
          {plural(days.length, "date is", "dates are")} copied from the class of {from}, moved by whole years, and
          marked as not looked up yet. Requirements that count from them have a date for the new class at once.
        </p>
        <TextField label="Class" name="to" inputMode="numeric" defaultValue={from + 1} error={faultOf(error, "to")} />
      </Form>
    </Dialog>
  );
}

/** February 29 becomes the 28th where there is none. */
function yearsLater(day: Day, years: number): Day {
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
  return moved.endsWith("-02-29") && !isLeap(Number(moved.slice(0, 4))) ? moved.replace("-02-29", "-02-28") : moved;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
