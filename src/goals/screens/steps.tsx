// The steps of a goal: the learner adds, does and drops them.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Tick } from "../../web/ui/choice.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { addStep, dropStep, markStep } from "../contract.ts";
import type { Step, WholeGoal } from "../goal.ts";

export function StepsSection({ goal }: { goal: WholeGoal }) {
  const isOwn = goal.as === "learner";
  return (
    <Section title="Steps">
      <Card className="section">
        {goal.steps.length === 0 && <p className="muted">No steps yet.</p>}
        {goal.steps.length > 0 && (
          <ul role="list" className="goal-steps">
            {goal.steps.map((step) =>
              isOwn ? (
                <OwnStep key={step.stepId} goalId={goal.goalId} step={step} />
              ) : (
                <ReadStep key={step.stepId} step={step} />
              ),
            )}
          </ul>
        )}
        {isOwn && <NewStep goalId={goal.goalId} />}
      </Card>
    </Section>
  );
}

function ReadStep({ step: { words, dueOn, doneAt } }: { step: Step }) {
  const { school } = useMe();
  return (
    <li>
      <StatusLine kind={doneAt === null ? "wait" : "done"}>
        {words}
        {doneAt !== null ? " (done)" : dueOn === null ? "" : `, by ${sayDay(dueOn, school.today)}`}
      </StatusLine>
    </li>
  );
}

function OwnStep({ goalId, step: { stepId, words, dueOn, doneAt } }: { goalId: string; step: Step }) {
  const { school } = useMe();
  const marking = useWrite(markStep, { params: { id: goalId, stepId } });
  const dropping = useWrite(dropStep, { params: { id: goalId, stepId } });
  return (
    <li>
      <Tick checked={doneAt !== null} onValue={(done) => marking.mutate({ done })}>
        {words}
        {dueOn !== null && doneAt === null && <span className="muted">, by {sayDay(dueOn, school.today)}</span>}
      </Tick>
      <Button small kind="quiet" busy={dropping.isPending} onClick={() => dropping.mutate(undefined)}>
        Take out
        <span className="vh">: {words}</span>
      </Button>
      <Problem error={marking.error ?? dropping.error} />
    </li>
  );
}

function NewStep({ goalId }: { goalId: string }) {
  const [words, setWords] = useState("");
  const [dueOn, setDueOn] = useState("");
  const adding = useWrite(addStep, { params: { id: goalId } });
  const add = () =>
    adding.mutate(
      { words, dueOn: dueOn === "" ? null : dueOn },
      {
        onSuccess: () => {
          setWords("");
          setDueOn("");
        },
      },
    );
  return (
    <Form act="Add the step" busy={adding.isPending} error={adding.error} onSubmit={add}>
      <TextField label="Next step" value={words} onValue={setWords} error={faultOf(adding.error, "words")} />
      <TextField
        label="By when, if you like"
        type="date"
        value={dueOn}
        onValue={setDueOn}
        error={faultOf(adding.error, "dueOn")}
      />
    </Form>
  );
}
