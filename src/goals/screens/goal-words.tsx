// What a learner wrote of a goal, and changing it: its words, and where it stands.
import { useState } from "react";
import { useWrite } from "../../web/ask.ts";
import { useMe } from "../../web/ui/me.ts";
import { Button } from "../../web/ui/button.tsx";
import { Segmented } from "../../web/ui/choice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { writeGoal } from "../contract.ts";
import { type WholeGoal, Written } from "../goal.ts";
import { hintsOf } from "../hint.ts";
import { goalParts } from "../learning-plan.ts";
import { GoalForm, Hints } from "./goal-form.tsx";

export function OwnWords({ goal }: { goal: WholeGoal }) {
  const [isOpen, setOpen] = useState(false);
  const writing = useWrite(writeGoal, { params: { id: goal.goalId } });
  const { version } = goal;
  const written = Written.parse(goal);
  if (isOpen)
    return (
      <Section title="Change the goal">
        <GoalForm
          written={written}
          steps={goal.steps.length}
          act="Save the goal"
          busy={writing.isPending}
          error={writing.error}
          onSave={(next) =>
            writing.mutate(
              { ...next, state: goal.state, version },
              {
                onSuccess: () => {
                  setOpen(false);
                  toast("Saved.");
                },
              },
            )
          }
        />
      </Section>
    );
  return (
    <>
      <Words goal={goal} />
      {goal.state === "open" && <StillToSay written={written} steps={goal.steps.length} />}
      <Problem error={writing.error} />
      <div className="row">
        <Button onClick={() => setOpen(true)}>Change the goal</Button>
        <Segmented
          legend="Where it stands"
          hideLegend
          options={[
            { value: "open", word: "Open" },
            { value: "reached", word: "Reached" },
            { value: "let go", word: "Let go" },
          ]}
          value={goal.state}
          onValue={(state) => writing.mutate({ ...written, state, version })}
        />
      </div>
    </>
  );
}

export function Words({ goal }: { goal: WholeGoal }) {
  const said = goalParts.filter(([part]) => goal[part]);
  if (said.length === 0) return null;
  return (
    <Card>
      <dl className="goal-words">
        {said.map(([part, word]) => (
          <div key={part}>
            <dt>{word}</dt>
            <dd>{goal[part]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** The hints stay away once there is nothing to add. */
function StillToSay({ written, steps }: { written: Written; steps: number }) {
  const { school } = useMe();
  const isWhole = hintsOf({ ...written, steps, today: school.today }).every(({ add }) => add === null);
  return isWhole ? null : <Hints written={written} steps={steps} />;
}
