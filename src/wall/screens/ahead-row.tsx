// One conflict ahead on the horizon: who, what, when, and the way out.
import { plural } from "../../core/plural.ts";
import type { CSSProperties } from "react";
import { addDays, daysBetween } from "../../core/shapes.ts";
import { saySpan } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { type Incident, wayOutWords } from "../incident.ts";
import { dutyWords } from "../rule.ts";

export function AheadRow({ incident, today, weeks }: { incident: Incident; today: string; weeks: number }) {
  const { program, learner, educator, about, duty, daysAhead } = incident;
  const weekOf = (day: string) => Math.floor(daysBetween(today, day) / 7) + 1;
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
            <Link href={`/wall?incident=${incident.incidentId}`}>
              {learner}, {educator}
            </Link>
          </b>
          <span className="small muted block">
            {about === "" ? dutyWords[duty] : about}. Way out: {wayOutWords(incident)}.
          </span>
        </span>
      </div>
      <div className="ah-track">
        <span className="ah-bar" style={place} />
        <span className={`ah-label${to > weeks / 2 ? " before" : ""}`} style={place}>
          {saySpan(incident)}
        </span>
      </div>
      <p className="ah-days small num">{plural(daysAhead, "day")} ahead</p>
    </li>
  );
}
