// How close the learner finds themselves over time: a small chart, the same in words, and one more rating.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { sayDay } from "../../web/ui/dates.ts";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { rateGoal } from "../contract.ts";
import { type Rating, scoreMost, type WholeGoal } from "../goal.ts";

export function RatingsSection({ goal }: { goal: WholeGoal }) {
  const isOwn = goal.as === "learner";
  return (
    <Section title={isOwn ? "Your own rating" : "The learner's own rating"}>
      <Card className="section">
        {goal.ratings.length === 0 ? <p className="muted">Not rated yet.</p> : <RatingChart ratings={goal.ratings} />}
        {isOwn && <Rate goal={goal} />}
      </Card>
    </Section>
  );
}

const [width, height, edge] = [280, 88, 8];

/** The picture is for the eye; the list below it says the same. */
export function RatingChart({ ratings }: { ratings: readonly Rating[] }) {
  const { school } = useMe();
  const moments = ratings.map(({ on }) => Date.parse(on));
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const points = ratings.map(({ score }, at) => ({
    x: edge + (width - 2 * edge) * (last === first ? 0.5 : ((moments[at] ?? first) - first) / (last - first)),
    y: edge + (height - 2 * edge) * (1 - score / scoreMost),
  }));
  return (
    <>
      <svg className="goal-chart lane-coaching" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path d={`M0 ${edge}H${width}M0 ${height - edge}H${width}`} />
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
        {points.map(({ x, y }, at) => (
          <circle key={`${x} ${y} ${at}`} cx={x} cy={y} r="4" />
        ))}
      </svg>
      <ol role="list" className="small muted goal-ratings">
        {ratings.map(({ score, on }, at) => (
          <li key={`${on} ${at}`}>
            {score} of {scoreMost}, {sayDay(on, school.today)}
          </li>
        ))}
      </ol>
    </>
  );
}

const scores = Array.from({ length: scoreMost + 1 }, (_, score) => ({ value: String(score), word: String(score) }));

function Rate({ goal }: { goal: WholeGoal }) {
  const { school } = useMe();
  const [on, setOn] = useState(school.today);
  const [score, setScore] = useState(String(goal.ratings.at(-1)?.score ?? 5));
  const rating = useWrite(rateGoal, { params: { id: goal.goalId } });
  return (
    <Form
      act="Keep the rating"
      busy={rating.isPending}
      error={rating.error}
      onSubmit={() => rating.mutate({ score: Number(score), on })}
    >
      <SelectField
        label="How close are you?"
        hint="0: not begun. 10: there. Nobody else rates it."
        options={scores}
        value={score}
        onValue={setScore}
      />
      <TextField label="For which day?" type="date" value={on} onValue={setOn} error={faultOf(rating.error, "on")} />
    </Form>
  );
}
