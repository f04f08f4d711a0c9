// On homes: a learner's open goals, and the goals of the learners whom an educator coaches.
import { plural } from "../../core/plural.ts";
import { useRead } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { listCoachedGoals, listGoals } from "../contract.ts";
import { GoalLine } from "./goals.tsx";

/** How many stand on the home. */
const most = 3;

export function GoalsSection() {
  const { data } = useRead(listGoals);
  if (!data) return null;
  const open = data.items.filter(({ state }) => state === "open");
  return (
    <Section
      title="Your goals"
      note={
        <ButtonLink small href="/goals" icon="target">
          Open your goals
        </ButtonLink>
      }
    >
      {open.length === 0 ? (
        <p className="muted">No open goal. Write one when there is something that you want to reach.</p>
      ) : (
        <Card flush>
          <ul role="list" className="divided">
            {open.slice(0, most).map((goal) => (
              <GoalLine key={goal.goalId} goal={goal} />
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}

/** Nothing for who coaches nobody. */
export function CoachedSection() {
  const { school } = useMe();
  const { data } = useRead(listCoachedGoals);
  if (!data || data.items.length === 0) return null;
  return (
    <Section title="Goals of my learners" note={`You coach ${plural(data.items.length, "learner")}.`}>
      <Card flush>
        <ul role="list" className="divided">
          {data.items.map(({ learner, open, lastCheckinAt }) => (
            <li key={learner.personId} className="plan-item">
              <h3 className="plan-text">
                <Link href={`/goals/of/${learner.personId}`}>{learner.name}</Link>
              </h3>
              <p className="small muted">
                {plural(open, "open goal")}
                {lastCheckinAt === null ? "" : `, last check-in ${sayInstant(lastCheckinAt, school.timeZone)}`}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
