// Conflicts that the rosters show ahead: a horizon of twelve weeks, and the way out of each.
import type { CSSProperties } from "react";
import { addDays } from "../../core/shapes.ts";
import { useRead } from "../../web/ask.ts";
import { sayShortDay, saySpan } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { listIncidents } from "../contract.ts";
import type { Incident } from "../incident.ts";
import { dutyWords } from "../rule.ts";
import { incidentAudience } from "./audience.ts";

const weeks = 12;

export function Ahead({ today }: { today: string }) {
  const { data, error } = useRead(listIncidents, { query: { state: "ahead", days: weeks * 7, limit: 50 } });
  return (
    <Section title="Conflicts the rosters show ahead" note={`Next ${weeks} weeks.`}>
      {!data && <Waiting error={error} label="Reading the rosters" />}
      {data?.items.length === 0 && (
        <Empty title="None ahead.">
          Nobody who guides a learner comes to judge them in the next {weeks} weeks, as far as the rosters say.
        </Empty>
      )}
      {data !== undefined && data.items.length > 0 && (
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
            {data.items.map((incident) => (
              <AheadRow key={incident.incidentId} incident={incident} today={today} />
            ))}
          </ol>
          <p>
            <SeenChip audience={incidentAudience} of="these conflicts" />
          </p>
        </Card>
      )}
    </Section>
  );
}

function AheadRow({ incident, today }: { incident: Incident; today: string }) {
  const { program, learner, educator, about, duty, daysAhead, wayOut } = incident;
  const weekOf = (day: string) => Math.floor((Date.parse(day) - Date.parse(today)) / (7 * 86_400_000)) + 1;
  const from = Math.min(weeks, weekOf(incident.from));
  const to =
    incident.to === null ? weeks + 1 : Math.min(weeks + 1, Math.max(from + 1, weekOf(addDays(incident.to, -1)) + 1));
  const place = { "--from": from, "--to": to } as CSSProperties;
  return (
    <li className={program === null ? "lane-assessment" : `lane-${program}`}>
      <div className="ah-who">
        {program !== null && <Plate lane={program} />}
        <span>
          <b>
            {learner}, {educator}
          </b>
          <span className="small muted block">
            {about === "" ? dutyWords[duty] : about}. Way out: {wayOut}.
          </span>
        </span>
      </div>
      <div className="ah-track">
        <span className="ah-bar" style={place} />
        <span className={`ah-label${to > weeks / 2 ? " before" : ""}`} style={place}>
          {saySpan(incident)}
        </span>
      </div>
      <p className="ah-days small num">{daysAhead === 1 ? "1 day" : `${daysAhead} days`} ahead</p>
    </li>
  );
}
