// The address that a calendar program subscribes to: shown once, made anew when somebody has it who should not.
import { useState } from "react";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShownOnce } from "../../web/ui/shown-once.tsx";
import { calendarAudience } from "../audience.ts";
import { dropCalendar, getCalendar, makeCalendar } from "../own-contract.ts";

export function CalendarAddress() {
  const { school } = useMe();
  const { data } = useRead(getCalendar);
  const [address, setAddress] = useState<string | null>(null);
  const making = useWrite(makeCalendar, { invalidate: [getCalendar] });
  const dropping = useWrite(dropCalendar, { invalidate: [getCalendar] });
  if (!data) return null;
  const make = () => making.mutate(undefined, { onSuccess: ({ path }) => setAddress(window.location.origin + path) });
  const drop = () => dropping.mutate(undefined, { onSuccess: () => setAddress(null) });
  return (
    <Section title="In your calendar" note={<SeenChip of="your calendar" audience={calendarAudience} />}>
      <Card className="meeting">
        <p>
          {data.madeAt === null
            ? "A calendar program can subscribe to your meetings and, as a learner, to the days by which something is due. Of confidential relationships it shows Meeting and the time, and nothing else."
            : `Your calendar has an address since ${sayInstant(data.madeAt, school.timeZone)}. If somebody has it who should not, make a new one: the old one opens nothing any more.`}
        </p>
        <Problem error={making.error ?? dropping.error} />
        {address !== null && <ShownOnce label="Address of your calendar" secret={address} />}
        <div className="row">
          <Button icon={data.madeAt === null ? "plus" : "rotate"} busy={making.isPending} onClick={make}>
            {data.madeAt === null ? "Make an address" : "Make a new address"}
          </Button>
          {data.madeAt !== null && (
            <Button kind="quiet" busy={dropping.isPending} onClick={drop}>
              Turn it off
            </Button>
          )}
        </div>
      </Card>
    </Section>
  );
}
