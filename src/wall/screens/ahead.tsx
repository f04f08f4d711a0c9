// Conflicts that the rosters show ahead: a horizon of twelve weeks, and the way out of each.
import type { CSSProperties } from "react";
import { addDays } from "../../core/shapes.ts";
import { useReadPages } from "../../web/ask.ts";
import { sayShortDay } from "../../web/ui/dates.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { listIncidents } from "../contract.ts";
import { incidentAudience } from "../audience.ts";
import { AheadRow } from "./ahead-row.tsx";

const weeks = 12;

export function Ahead({ today }: { today: string }) {
  const { items, error, ...pages } = useReadPages(listIncidents, {
    query: { state: "ahead", days: weeks * 7, limit: 50 },
  });
  return (
    <Section title="Conflicts the rosters show ahead" note={`Next ${weeks} weeks.`}>
      {!items && <Waiting error={error} label="Reading the rosters" />}
      {items?.length === 0 && (
        <Empty title="Nothing new ahead.">
          Beside the open incidents below, no conflict begins in the next {weeks} weeks, as far as the rosters say.
        </Empty>
      )}
      {items !== undefined && items.length > 0 && (
        <Card className="ahead">
          <div className="ah-months" aria-hidden="true">
            <span />
            <div>
              {Array.from({ length: weeks / 2 }, (_, index) => (
                <i key={index} style={{ "--c": index * 2 + 1 } as CSSProperties}>
                  {sayShortDay(addDays(today, index * 14))}
                </i>
              ))}
            </div>
            <span />
          </div>
          <ol>
            {items.map((incident) => (
              <AheadRow key={incident.incidentId} incident={incident} today={today} weeks={weeks} />
            ))}
          </ol>
          <ShowMore {...pages} />
          <p>
            <SeenChip audience={incidentAudience} of="these conflicts" />
          </p>
        </Card>
      )}
    </Section>
  );
}
