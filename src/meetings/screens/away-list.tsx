// Days on which an educator's week is otherwise: away, or with hours of those days.
import { Button, IconButton } from "../../web/ui/button.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import type { Exception } from "../availability.ts";
import { HoursRow } from "./hours-row.tsx";

type Props = { exceptions: Exception[]; onExceptions: (exceptions: Exception[]) => void };

export function AwayList({ exceptions, onExceptions }: Props) {
  const { school } = useMe();
  const set = (at: number, part: Partial<Exception>) =>
    onExceptions(exceptions.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const add = () => onExceptions([...exceptions, { from: school.today, last: school.today, hours: [] }]);
  return (
    <Section title="Other days" note="Away on whole days, or with other hours.">
      {exceptions.map((exception, at) => (
        // Exceptions have no name of their own but their place.
        // oxlint-disable-next-line no-array-index-key
        <Card key={at} className="meeting">
          <div className="meeting-time">
            <TextField label="First day" type="date" value={exception.from} onValue={(from) => set(at, { from })} />
            <TextField
              label="Last day"
              type="date"
              value={exception.last}
              min={exception.from}
              onValue={(last) => set(at, { last })}
            />
            <IconButton
              icon="x"
              label={`Take the days from ${exception.from} out`}
              onClick={() => onExceptions(exceptions.toSpliced(at, 1))}
            />
          </div>
          <ul role="list" aria-label={`Hours from ${exception.from} to ${exception.last}`}>
            <HoursRow
              word={exception.hours.length === 0 ? "Away all day" : "Hours"}
              hours={exception.hours}
              onHours={(hours) => set(at, { hours })}
            />
          </ul>
        </Card>
      ))}
      <div className="row">
        <Button small icon="plus" onClick={add}>
          Add days
        </Button>
      </div>
    </Section>
  );
}
