// An educator's hours: a week in wall times of their zone, and the days on which it is otherwise.
import { useState } from "react";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { availabilityAudience } from "../audience.ts";
import { type Availability, weekdays } from "../availability.ts";
import { getAvailability, putAvailability } from "../own-contract.ts";
import { zoneOptions } from "../zone-names.ts";
import { AwayList } from "./away-list.tsx";
import { HoursRow } from "./hours-row.tsx";
import { ownZone } from "./when.tsx";

export function AvailabilityScreen() {
  const { school } = useMe();
  const { data, error } = useRead(getAvailability);
  if (!data) return <Waiting error={error} rows={7} />;
  const first: Availability = { timeZone: ownZone(school), minutes: 45, hours: [], exceptions: [] };
  return (
    <Page title="Your hours" lede="Your learners choose among these times. What you have taken is not offered twice.">
      <p>
        <SeenChip of="your hours" audience={availabilityAudience} />
      </p>
      <div className="hours-form">
        <Hours before={data.availability ?? first} />
      </div>
    </Page>
  );
}

function Hours({ before }: { before: Availability }) {
  const [given, setGiven] = useState(before);
  const saving = useWrite(putAvailability, { invalidate: [getAvailability] });
  const change = (part: Partial<Availability>) => setGiven({ ...given, ...part });
  const hoursOf = (weekday: number) => given.hours.filter((one) => one.weekday === weekday);
  const setDay = (weekday: number, hours: { from: string; to: string }[]) =>
    change({
      hours: [...given.hours.filter((one) => one.weekday !== weekday), ...hours.map((one) => ({ ...one, weekday }))],
    });
  return (
    <Form
      act="Save your hours"
      busy={saving.isPending}
      error={saving.error}
      fields={{ hours: "Week", exceptions: "Other days", minutes: "Minutes", timeZone: "Time zone" }}
      onSubmit={() => saving.mutate(given, { onSuccess: () => toast("Saved. Your learners see these times.") })}
    >
      <div className="meeting-time">
        <SelectField
          label="Time zone"
          value={given.timeZone}
          options={zoneOptions(given.timeZone)}
          onValue={(timeZone) => change({ timeZone })}
          hint="Hours stay what the clock shows there, when clocks change too."
        />
        <TextField
          label="Minutes of a meeting"
          type="number"
          min={10}
          max={240}
          value={String(given.minutes)}
          onValue={(minutes) => change({ minutes: Number(minutes) })}
        />
      </div>
      <Section title="Each week">
        <Card flush>
          <ul role="list" className="divided" aria-label="Hours of each day">
            {weekdays.map((word, at) => (
              <HoursRow key={word} word={word} hours={hoursOf(at + 1)} onHours={(hours) => setDay(at + 1, hours)} />
            ))}
          </ul>
        </Card>
        <WholeWeek given={given} change={change} />
      </Section>
      <AwayList exceptions={given.exceptions} onExceptions={(exceptions) => change({ exceptions })} />
    </Form>
  );
}

/** A start that most need only adapt. */
function WholeWeek({ given, change }: { given: Availability; change: (part: Partial<Availability>) => void }) {
  if (given.hours.length > 0) return null;
  const afternoons = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "15:00", to: "17:00" }));
  return (
    <div className="row">
      <Button small icon="plus" onClick={() => change({ hours: afternoons })}>
        Begin with weekday afternoons
      </Button>
    </div>
  );
}
