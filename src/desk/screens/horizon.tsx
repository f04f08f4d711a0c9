// Twelve weeks ahead, one bar a collision: where a duty joins two people whom a wall keeps apart.
import { plural } from "../../core/plural.ts";
import { type CSSProperties, useState } from "react";
import { addDays, type Day, daysBetween } from "../../core/shapes.ts";
import { saySpan, sayShortDay } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { Link } from "../../web/ui/link.tsx";
import { Card } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { officeSees } from "../audience.ts";
import type { Ahead } from "../queue.ts";

const weeks = 12;
/** How many bars stand open at first. */
const shownFirst = 6;
const months = [0, 2, 4, 6, 8, 10];

export function Horizon({ today, ahead }: { today: Day; ahead: Ahead[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? ahead : ahead.slice(0, shownFirst);
  const rest = ahead.length - shown.length;
  return (
    <Card className="ahead">
      <div className="ah-months" aria-hidden="true">
        <span />
        <div>
          {months.map((week) => (
            <i key={week} style={{ "--c": week + 1 } as CSSProperties}>
              {sayShortDay(addDays(today, week * 7))}
            </i>
          ))}
        </div>
        <span />
      </div>
      <ol role="list">
        {shown.map((collision) => (
          <Row key={collision.incidentId} today={today} collision={collision} />
        ))}
      </ol>
      {rest > 0 && (
        <p>
          <button type="button" className="link-button" onClick={() => setWhole(true)}>
            Show {rest} more<span className="vh"> conflicts ahead</span>
          </button>
        </p>
      )}
      <p>
        <SeenChip of="these conflicts" audience={officeSees()} />
      </p>
    </Card>
  );
}

function Row({ today, collision }: { today: Day; collision: Ahead }) {
  const { who, withWhom, program, duty, from, to, daysAhead } = collision;
  const side = program ?? "assessment";
  const begins = weekOf(today, from);
  const ends = to === null ? weeks + 1 : Math.max(weekOf(today, addDays(to, -1)) + 1, begins + 1);
  const place = { "--from": begins, "--to": ends } as CSSProperties;
  const days = saySpan({ from: from < today ? today : from, to });
  const isLate = ends > 8;
  // A bar that fills the row leaves its days no room beside it.
  const hasRoom = !isLate || begins > 4;
  return (
    <li className={laneOf(side).className}>
      <div className="ah-who">
        <Plate lane={side} />
        <span>
          <b>
            <Link href={`/wall?incident=${collision.incidentId}`}>
              {who}, {withWhom}
            </Link>
          </b>
          <span className="small muted block">
            {duty}
            {!hasRoom && <span className="ah-wide">, {days}</span>}
          </span>
        </span>
      </div>
      <div className="ah-track">
        <span className="ah-bar" style={place} />
        {hasRoom && (
          <span className={`ah-label${isLate ? " before" : ""}`} style={place}>
            {days}
          </span>
        )}
      </div>
      <p className="ah-days small num">
        {daysAhead === 0 ? "now" : `${plural(daysAhead, "day")} ahead`}
        <span className="ah-narrow">, {days}</span>
      </p>
    </li>
  );
}

/** The column, from 1, of the week in which a day lies; days before today count as this week. */
function weekOf(today: Day, day: Day): number {
  return Math.min(Math.max(Math.floor(daysBetween(today, day) / 7), 0), weeks - 1) + 1;
}
