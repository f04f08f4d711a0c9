// One goal with all that belongs to it: the learner's own, or as their coach reads it.
import { useState } from "react";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { Segmented } from "../../web/ui/choice.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { goalAudience } from "../audience.ts";
import { getGoal, writeGoal } from "../contract.ts";
import { type WholeGoal, Written } from "../goal.ts";
import { goalParts } from "../learning-plan.ts";
import { EvidenceSection } from "./evidence.tsx";
import { GoalForm } from "./goal-form.tsx";
import { RatingsSection } from "./ratings.tsx";
import { StepsSection } from "./steps.tsx";
import { TalkSection } from "./talk.tsx";

export function GoalScreen({ goalId }: { goalId: string }) {
  const { school } = useMe();
  const { data: goal, error } = useRead(getGoal, { params: { id: goalId } });
  if (!goal) return <Waiting error={error} rows={6} />;
  const isOwn = goal.as === "learner";
  return (
    <Page
      title={goal.words}
      lede={goal.dueOn === null ? undefined : `By ${sayDay(goal.dueOn, school.today)}.`}
      end={
        <ButtonLink href={isOwn ? "/goals" : `/goals/of/${goal.learnerId}`}>
          {isOwn ? "All your goals" : `All goals of ${goal.learner.name}`}
        </ButtonLink>
      }
    >
      <p>
        <SeenChip of="this goal" audience={goalAudience(goal.as, goal.learner.name)} />
      </p>
      {isOwn ? <OwnWords goal={goal} /> : <Words goal={goal} />}
      <div className="cols cols-main">
        <StepsSection goal={goal} />
        <RatingsSection goal={goal} />
      </div>
      <TalkSection goal={goal} />
      <EvidenceSection goal={goal} />
    </Page>
  );
}

function OwnWords({ goal }: { goal: WholeGoal }) {
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

function Words({ goal }: { goal: WholeGoal }) {
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
