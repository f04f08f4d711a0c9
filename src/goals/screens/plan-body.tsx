// What a version of a learning plan says, on screen.
import { capitalised } from "../../core/capitalised.ts";
import { sayDay } from "../../web/ui/dates.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { goalParts, type PlanBody, type PlanGoal, planParts } from "../learning-plan.ts";

export function PlanBodyView({ body }: { body: PlanBody }) {
  return (
    <>
      {planParts.map(([part, word]) =>
        body[part] === "" ? null : (
          <Section key={part} title={word}>
            <p className="request-words">{body[part]}</p>
          </Section>
        ),
      )}
      {body.goals.length > 0 && (
        <Section title="Goals">
          {body.goals.map((goal) => (
            <OneGoal key={goal.goalId} goal={goal} />
          ))}
        </Section>
      )}
    </>
  );
}

function OneGoal({ goal }: { goal: PlanGoal }) {
  const last = goal.ratings?.at(-1);
  const rows = [
    ...goalParts.map(([part, word]) => [word, goal[part] ?? ""] as const),
    ["Steps", goal.steps.map(({ words, done }) => `${words}${done ? " (done)" : ""}`).join("; ")] as const,
    ["Own rating", last ? goal.ratings?.map(({ score }) => score).join(", ") + " of 10, oldest first" : ""] as const,
    [
      "Evidence",
      (goal.evidence ?? []).map(({ title, link }) => (link ? `${title}: ${link}` : title)).join("; "),
    ] as const,
  ].filter(([, text]) => text !== "");
  return (
    <Card className="section">
      <h3>{goal.words}</h3>
      <p className="small muted">
        {capitalised(goal.state)}
        {goal.dueOn === null ? "" : `, by ${sayDay(goal.dueOn)}`}
      </p>
      <dl className="goal-words">
        {rows.map(([word, text]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
