// When something is due: on a day, so many days from an event of each class's timeline, or without a date.
import { Segmented } from "../../web/ui/choice.tsx";
import { Field, SelectField, TextField } from "../../web/ui/field.tsx";
import type { Due } from "../requirement.ts";
import type { KeptDay } from "../timeline.ts";

type Way = "none" | "on" | "event";
type Props = { due: Due | null; days: KeptDay[]; onDue: (due: Due | null) => void; fault: string | undefined };

export function DueFields({ due, days, onDue, fault }: Props) {
  const way: Way = due === null ? "none" : "on" in due ? "on" : "event";
  const events = [...new Map(days.map(({ event, title }) => [event, title]))];
  const choose = (next: Way) => {
    if (next === "none") onDue(null);
    else if (next === "on") onDue({ on: "" });
    else onDue({ event: events[0]?.[0] ?? "", days: 0 });
  };
  return (
    <>
      <Segmented
        legend="Due"
        options={[
          { value: "none", word: "No date" },
          { value: "on", word: "On a day" },
          ...(events.length > 0 || way === "event" ? [{ value: "event" as const, word: "From an event" }] : []),
        ]}
        value={way}
        onValue={choose}
      />
      {due !== null && "on" in due && (
        <TextField label="Day" type="date" value={due.on} onValue={(on) => onDue({ on })} error={fault} />
      )}
      {due !== null && "event" in due && (
        <div className="fields">
          <SelectField
            label="Event"
            value={due.event}
            options={events.map(([value, word]) => ({ value, word }))}
            hint="Each class has its own day for it."
            onValue={(event) => onDue({ ...due, event })}
          />
          <Field label="Days after" hint="Less than 0: before." error={fault}>
            {(wired) => (
              <input
                className="input"
                type="number"
                min={-1500}
                max={1500}
                value={due.days}
                onChange={(event) => onDue({ ...due, days: Math.trunc(event.target.valueAsNumber || 0) })}
                {...wired}
              />
            )}
          </Field>
        </div>
      )}
    </>
  );
}
