// A learner's goals: their own, or as their coach reads them.
import { goalProgram } from "../../programs/program.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { useState } from "react";
import { plural } from "../../core/plural.ts";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { goalAudience } from "../audience.ts";
import { addGoal, listGoals } from "../contract.ts";
import type { Goal } from "../goal.ts";
import { emptyGoal, GoalForm } from "./goal-form.tsx";
import { Guides } from "./guides.tsx";

export function OwnGoals() {
  return <GoalsScreen personId={useMe().personId} />;
}

export function GoalsScreen({ personId }: { personId: string }) {
  const isOwn = useMe().personId === personId;
  const { data, error } = useRead(listGoals, { query: { learnerId: personId } });
  if (!data) return <Waiting error={error} rows={5} />;
  const { name } = data.learner;
  const open = data.items.filter(({ state }) => state === "open");
  const over = data.items.filter(({ state }) => state !== "open");
  return (
    <Page
      title={isOwn ? "Your goals" : `Goals of ${name}`}
      lede={`${plural(open.length, "open goal")}. ${isOwn ? "They are yours: you write and rate them." : "They are the learner's. You ask and comment."}`}
      end={
        <ButtonLink href={`/learning-plans/${personId}`} icon="file">
          Learning plan
        </ButtonLink>
      }
    >
      <p className="row">
        <Plate lane={goalProgram} />
        <SeenChip of="these goals" audience={goalAudience(isOwn ? "learner" : "coach", name)} />
      </p>
      {isOwn && <NewGoal />}
      {open.length === 0 ? (
        <Empty title="No open goal">
          {isOwn
            ? "Write one when there is something that you want to reach."
            : `When ${name} writes a goal, it stands here.`}
        </Empty>
      ) : (
        <GoalList goals={open} title="Open" />
      )}
      {over.length > 0 && <GoalList goals={over} title="Reached, or let go" />}
      <Guides />
    </Page>
  );
}

function NewGoal() {
  const [isOpen, setOpen] = useState(false);
  const adding = useWrite(addGoal);
  if (!isOpen)
    return (
      <div className="row">
        <Button kind="primary" icon="plus" onClick={() => setOpen(true)}>
          Write a goal
        </Button>
      </div>
    );
  return (
    <Section title="A new goal">
      <GoalForm
        written={emptyGoal}
        steps={0}
        act="Save the goal"
        busy={adding.isPending}
        error={adding.error}
        onSave={(written) =>
          adding.mutate(written, {
            onSuccess: () => {
              setOpen(false);
              toast("Saved. Your coach sees it too.");
            },
          })
        }
      />
    </Section>
  );
}

function GoalList({ goals, title }: { goals: readonly Goal[]; title: string }) {
  return (
    <Section title={title}>
      <Card flush>
        <ul role="list" className="divided">
          {goals.map((goal) => (
            <GoalLine key={goal.goalId} goal={goal} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}

export function GoalLine({ goal: { goalId, words, dueOn, state, steps, ratings } }: { goal: Goal }) {
  const { school } = useMe();
  const last = ratings.at(-1);
  const done = steps.filter(({ doneAt }) => doneAt !== null).length;
  const said = [
    steps.length > 0 ? `${done} of ${plural(steps.length, "step")} done` : null,
    last ? `own rating ${last.score} of 10` : null,
  ].filter((one) => one !== null);
  return (
    <li className="plan-item">
      <h3 className="plan-text">
        <Link href={`/goals/${goalId}`}>{words}</Link>
      </h3>
      <p className="plan-due">
        {state !== "open" ? (
          <StatusLine kind={state === "reached" ? "done" : "plain"}>
            {state === "reached" ? "Reached" : "Let go"}
          </StatusLine>
        ) : (
          dueOn !== null && <StatusLine icon="calendar">By {sayDay(dueOn, school.today)}</StatusLine>
        )}
      </p>
      {said.length > 0 && <p className="small muted">{said.join(", ")}</p>}
    </li>
  );
}
