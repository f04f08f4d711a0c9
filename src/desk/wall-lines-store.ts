// What waits at the wall: the open incidents, and those that the rosters show ahead.
import { z } from "zod";
import { capitalised } from "../core/capitalised.ts";
import { addDays, type Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Duty } from "../programs/charter.ts";
import { Program, programOfDuty } from "../programs/program.ts";
import { type Incident, wayOutWords } from "../wall/incident.ts";
import { incidentsAfter } from "../wall/incident-store.ts";
import { learnerFacts, name, today } from "./facts-store.ts";
import { Ahead, type Line } from "./queue.ts";

/** What the educator of an incident does that may not be; of the duty that it meets the wall's page tells those who may know. */
const does: Record<Duty, string> = {
  advises: "advises them",
  counsels: "counsels them",
  coaches: "coaches them",
  mentors: "mentors them",
  assesses: "assesses them",
  supervises: "supervises them",
  conflicts: "is not available to them",
};

const Told = z.object({
  incidentId: Id,
  program: Program.nullable(),
  phase: z.string().nullable(),
  campus: z.string().nullable(),
});

/** As the wall's own page tells them, so that the two never disagree. */
export async function wallLines(tx: Tx, me: Me): Promise<Line[]> {
  const [incidents, facts] = await Promise.all([openIncidents(tx, me), toldOf(tx, me)]);
  const told = new Map(facts.map((one) => [one.incidentId, one]));
  return incidents
    .filter(({ to }) => to === null || to > me.today)
    .flatMap((incident) => {
      const one = told.get(incident.incidentId);
      return one === undefined ? [] : [wallLine(incident, one, me.today)];
    });
}

const pageSize = 1000;

/** All of them, by pages: a queue that says how many wait must not stop counting. */
async function openIncidents(tx: Tx, me: Me): Promise<Incident[]> {
  const found: Incident[] = [];
  for (let after: [string, string] | null = null; ;) {
    const page: Incident[] = await incidentsAfter(tx, me, { state: "open", days: 0 }, after, pageSize);
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return found;
    after = [last.from, last.incidentId];
  }
}

function toldOf(tx: Tx, { schoolId }: Me): Promise<z.infer<typeof Told>[]> {
  return tx.rows(
    Told,
    sql`
    select i.incident_id, f.phase, f.campus,
      (select r.program from relationships r where (r.school_id, r.learner_id, r.educator_id) = (i.school_id, i.learner_id, i.educator_id)
        and r.ended_on is null order by r.program limit 1) as program
    from open_incidents i cross join lateral (${learnerFacts} and (p.school_id, p.person_id) = (i.school_id, i.learner_id)) f
    where i.school_id = ${schoolId}`,
  );
}

/** So many days before it begins, somebody should see to it. */
const daysBefore = 3;
const shortDay = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone: "UTC" });

function wallLine(incident: Incident, { program, phase, campus }: z.infer<typeof Told>, today: Day): Line {
  const day = incident.left?.from ?? incident.from;
  const ahead = day > today ? shortDay.format(new Date(day)) : null;
  const inTime = addDays(day, -daysBefore);
  const by = inTime > today ? inTime : today;
  const { incidentId, learnerId, learner, educator, kind, duty } = incident;
  const since = ahead === null ? "" : ` from ${ahead} on`;
  const next = wayOutWords(incident);
  return {
    // It comes back when it begins, and when another way out is left.
    key: ["wall", incidentId, ahead === null ? "now" : "ahead", incident.wayOut.replaceAll(" ", "-")].join(" "),
    queue: "wall",
    personId: learnerId,
    who: learner,
    withWhom: educator,
    program: incident.program ?? program,
    found:
      kind === "assessment"
        ? "An assessment took place that no duty permits."
        : `${educator} ${does[duty]}, against the wall${since}.`,
    by,
    next: capitalised(next),
    action: "open incident",
    target: incidentId,
    addresses: [],
    awaited: 0,
    phase,
    campus,
  };
}

/** More bars than this are no picture; the wall's page has them all. */
const aheadMost = 40;

export async function aheadOf(tx: Tx, { schoolId }: Me): Promise<{ ahead: Ahead[]; aheadCount: number }> {
  const found = await tx.rows(
    Ahead.extend({ of: z.number(), duty: Duty, about: z.string() }),
    sql`
    select count(*) over ()::int as of, i.incident_id, ${name(sql`l`)} as who, ${name(sql`e`)} as with_whom,
      coalesce(${programOfDuty}::jsonb ->> i.duty, (select r.program from relationships r where r.school_id = i.school_id
        and r.learner_id = i.learner_id and r.educator_id = i.educator_id and r.ended_on is null order by r.program limit 1)) as program,
      i.duty, coalesce(d.about, '') as about, lower(i.during) as from, upper(i.during) as to,
      greatest(lower(i.during) - ${today}, 0) as days_ahead
    from open_incidents i left join duties d using (school_id, duty_id)
    join people l on (l.school_id, l.person_id) = (i.school_id, i.learner_id)
    join people e on (e.school_id, e.person_id) = (i.school_id, i.educator_id)
    where i.school_id = ${schoolId} and coalesce(upper(i.during), 'infinity') > ${today}
      and lower(i.during) < ${today} + 84
    order by lower(i.during), 3 limit ${aheadMost}`,
  );
  // What it is follows from the same words as its line in the queue; the way out stands there and on the wall's page alone.
  return {
    ahead: found.map(({ of: _of, duty, about, ...one }) => ({
      ...one,
      duty: about === "" ? capitalised(does[duty]) : about,
    })),
    aheadCount: found[0]?.of ?? 0,
  };
}
