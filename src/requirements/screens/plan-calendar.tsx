// A plan as a calendar: one month as a table, and on a phone as a list of its days.
import { plural } from "../../core/plural.ts";
import { type Day } from "../../core/shapes.ts";
import { IconButton } from "../../web/ui/button.tsx";
import { sayLongDay, sayShortDay } from "../../web/ui/dates.ts";
import { Icon } from "../../web/ui/icon.tsx";
import { useSearch } from "../../web/ui/link.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { isSameMonth, monthFrom, weeksOf } from "../calendar.ts";
import type { Plan, PlanItem } from "../plan.ts";
import { groupWords } from "../saying.ts";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export function PlanCalendar({ plan }: { plan: Plan }) {
  const [{ month }, setSearch] = useSearch();
  const shown = /^\d{4}-\d{2}$/.test(month ?? "") ? `${month}-01` : monthFrom(plan.today, 0);
  const move = (months: number) => setSearch({ month: monthFrom(shown, months).slice(0, 7) });
  const title = monthWords(shown);
  const undated = plan.items.filter(({ due, group }) => due === null && group !== "done").length;
  return (
    <Section title={title} note={<Steps title={title} onMove={move} />}>
      <Card flush>
        <Month plan={plan} month={shown} caption={title} />
        <DayList plan={plan} month={shown} />
      </Card>
      {undated > 0 && (
        <p className="small muted">
          {plural(undated, "thing has", "things have")} no date, and stand in the list only.
        </p>
      )}
    </Section>
  );
}

function Steps({ title, onMove }: { title: string; onMove: (months: number) => void }) {
  return (
    <div className="row">
      <IconButton icon="left" label="Month before" onClick={() => onMove(-1)} />
      <IconButton icon="right" label="Month after" onClick={() => onMove(1)} />
      <output className="vh">{title}</output>
    </div>
  );
}

function Month({ plan, month, caption }: { plan: Plan; month: Day; caption: string }) {
  return (
    <table className="calendar">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col" abbr={name}>
              {name.slice(0, 3)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                className={isSameMonth(day, month) ? "" : "outside"}
                {...(day === plan.today ? { "aria-current": "date" } : {})}
              >
                <time dateTime={day}>
                  {Number(day.slice(8))}
                  <span className="vh">, {sayLongDay(day)}</span>
                  {day === plan.today && <b> Today</b>}
                </time>
                <Entries plan={plan} day={day} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entries({ plan, day }: { plan: Plan; day: Day }) {
  const items = plan.items.filter(({ due }) => due === day);
  const events = plan.timeline.filter(({ on }) => on === day);
  if (items.length + events.length === 0) return null;
  return (
    <ul role="list">
      {events.map(({ event, title }) => (
        <li key={event} className="cal-event">
          {title}
        </li>
      ))}
      {items.map((item) => (
        <li key={`${item.setId} ${item.requirement.key}`} className={`cal-item cal-${item.group}`}>
          <Icon name={iconOf(item)} />
          <span>
            <span className="vh">{groupWords[item.group]}: </span>
            {item.requirement.title}
          </span>
        </li>
      ))}
    </ul>
  );
}

function iconOf({ group, isOverdue }: PlanItem) {
  if (group === "done") return "check";
  if (isOverdue) return "alert";
  return group === "blocked" ? "lock" : "clock";
}

/** The same month on a phone: only the days on which something is. */
function DayList({ plan, month }: { plan: Plan; month: Day }) {
  const days = weeksOf(month)
    .flat()
    .filter(
      (day) =>
        isSameMonth(day, month) &&
        (plan.items.some(({ due }) => due === day) || plan.timeline.some(({ on }) => on === day)),
    );
  return (
    <div className="calendar-list">
      {days.length === 0 ? (
        <p className="muted">Nothing falls into this month.</p>
      ) : (
        <ul role="list" className="divided" aria-label={monthWords(month)}>
          {days.map((day) => (
            <li key={day}>
              <h3>{day === plan.today ? `Today, ${sayShortDay(day)}` : sayLongDay(day)}</h3>
              <Entries plan={plan} day={day} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function monthWords(day: Day): string {
  return new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
