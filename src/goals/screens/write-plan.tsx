// The next version of one's own learning plan: one's own words, and which goals are in it.
import { useState } from "react";
import { faultOf, useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Tick } from "../../web/ui/choice.tsx";
import { TextArea, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { listGoals } from "../contract.ts";
import type { Goal } from "../goal.ts";
import { type PlanBody, planParts } from "../learning-plan.ts";
import { getLearningPlan, writeLearningPlan } from "../learning-plan-contract.ts";

/** Begins with the words of the version before. */
export function WritePlan({ newest }: { newest: number }) {
  const { personId } = useMe();
  const [isOpen, setOpen] = useState(false);
  const goals = useRead(listGoals, {}, { enabled: isOpen });
  const before = useRead(
    getLearningPlan,
    { params: { id: personId, version: newest } },
    { enabled: isOpen && newest > 0 },
  );
  if (!isOpen)
    return (
      <div className="row">
        <Button kind="primary" icon="plus" onClick={() => setOpen(true)}>
          {newest === 0 ? "Write your learning plan" : "Write the next version"}
        </Button>
      </div>
    );
  if (!goals.data || (newest > 0 && !before.data)) return <Waiting error={goals.error ?? before.error} rows={3} />;
  return <PlanForm newest={newest} goals={goals.data.items} before={before.data?.body ?? null} />;
}

function PlanForm({ newest, goals, before }: { newest: number; goals: Goal[]; before: PlanBody | null }) {
  const open = goals.filter(({ state }) => state === "open").map(({ goalId }) => goalId);
  const [chosen, setChosen] = useState<readonly string[]>(open);
  const [words, setWords] = useState(wordsOf(before));
  const [more, setMore] = useState({ withRatings: false, withEvidence: false });
  const writing = useWrite(writeLearningPlan);
  const save = () =>
    writing.mutate(
      { ...words, ...more, version: newest, goalIds: [...chosen] },
      { onSuccess: ({ version }) => toast(`Version ${version} is kept.`) },
    );
  return (
    <Section title="The next version">
      <Card>
        <Form act="Save this version" busy={writing.isPending} error={writing.error} onSubmit={save}>
          <TextField
            label="Title"
            value={words.title}
            onValue={(title) => setWords({ ...words, title })}
            error={faultOf(writing.error, "title")}
          />
          {planParts.map(([part, word]) => (
            <TextArea
              key={part}
              label={word}
              value={words[part]}
              onValue={(value) => setWords({ ...words, [part]: value })}
              error={faultOf(writing.error, part)}
            />
          ))}
          <Chosen goals={goals} chosen={chosen} onChosen={setChosen} />
          <Tick checked={more.withRatings} onValue={(withRatings) => setMore({ ...more, withRatings })}>
            With my own ratings
          </Tick>
          <Tick
            checked={more.withEvidence}
            onValue={(withEvidence) => setMore({ ...more, withEvidence })}
            hint="Titles and links. Files themselves stay here."
          >
            With my evidence
          </Tick>
        </Form>
      </Card>
    </Section>
  );
}

function wordsOf(before: PlanBody | null) {
  const { title = "My learning plan", strengths = "", growth = "", support = "" } = before ?? {};
  return { title, strengths, growth, support };
}

type ChosenProps = { goals: Goal[]; chosen: readonly string[]; onChosen: (chosen: readonly string[]) => void };

function Chosen({ goals, chosen, onChosen }: ChosenProps) {
  return (
    <fieldset className="before">
      <legend>Goals in it, as they stand now</legend>
      {goals.length === 0 && <p className="muted">You have not written a goal yet.</p>}
      {goals.map(({ goalId, words }) => (
        <Tick
          key={goalId}
          checked={chosen.includes(goalId)}
          onValue={(isOn) => onChosen(isOn ? [...chosen, goalId] : chosen.filter((id) => id !== goalId))}
        >
          {words}
        </Tick>
      ))}
    </fieldset>
  );
}
