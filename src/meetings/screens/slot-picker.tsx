// The times that are offered, day by day: radio buttons, so that arrow keys go from one to the next.
import { useId, useState } from "react";
import { Button } from "../../web/ui/button.tsx";
import { sayDay, sayTime } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import type { Slot } from "../slots.ts";
import { ownZone, sayZone } from "./when.tsx";

/** So many days before "later". */
const daysFirst = 5;

type Props = { slots: readonly Slot[]; timeZone: string; value: string; onValue: (start: string) => void };

export function SlotPicker({ slots, timeZone, value, onValue }: Props) {
  const { school } = useMe();
  const [isAll, setAll] = useState(false);
  const name = useId();
  const own = ownZone(school);
  const days = byDay(slots, own);
  const shown = isAll ? days : days.slice(0, daysFirst);
  return (
    <div className="meeting-slots">
      <p className="small muted">
        In {sayZone(own)}
        {own === timeZone ? "" : `; they gave their hours in ${sayZone(timeZone)}`}.
      </p>
      {shown.map(([day, ofDay]) => (
        <fieldset key={day} className="slots">
          <legend>{sayDay(day, school.today)}</legend>
          {ofDay.map(({ startsAt }) => (
            <label key={startsAt}>
              <input type="radio" name={name} checked={startsAt === value} onChange={() => onValue(startsAt)} />
              <span>{sayTime(startsAt, own)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      {!isAll && days.length > shown.length && (
        <div className="row">
          <Button small onClick={() => setAll(true)}>
            Later days
          </Button>
        </div>
      )}
    </div>
  );
}

function byDay(slots: readonly Slot[], timeZone: string): [day: string, slots: Slot[]][] {
  const days = new Map<string, Slot[]>();
  // In Swedish a day reads as we write it: 2026-12-08.
  const inZone = new Intl.DateTimeFormat("sv", { timeZone });
  for (const slot of slots) {
    const day = inZone.format(new Date(slot.startsAt));
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days];
}
