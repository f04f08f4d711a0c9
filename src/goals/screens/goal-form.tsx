// Writing a goal, with hints beside it that never stand in the way.
import { capitalised } from "../../core/capitalised.ts";
import { useState } from "react";
import { type AskError, faultOf } from "../../web/ask.ts";
import { TextArea, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card } from "../../web/ui/page.tsx";
import type { Written } from "../goal.ts";
import { hintsOf } from "../hint.ts";

export const emptyGoal: Written = {
  words: "",
  matters: "",
  measure: "",
  serves: "",
  dueOn: null,
  outcome: "",
  obstacle: "",
  ifThen: "",
  milestone: "",
};

type TextPart = Exclude<keyof Written, "dueOn">;

/** First what a goal is; then wish, outcome, obstacle and plan, where the goal is the wish. */
const asked: readonly { part: TextPart; label: string; hint?: string; isShort?: true }[] = [
  { part: "words", label: "What do you want to reach?" },
  { part: "matters", label: "Why does it matter to you?" },
  { part: "measure", label: "How will you see that you are there?" },
  {
    part: "serves",
    label: "What does it serve?",
    hint: "A rotation, feedback that you were given, the work you want to do.",
  },
  { part: "outcome", label: "What is the best that would come of it?" },
  { part: "obstacle", label: "What in you stands in the way?" },
  { part: "ifThen", label: "If that shows up, then what will you do?" },
  { part: "milestone", label: "Milestone or activity, if you want to name one", isShort: true },
];

type Props = {
  written: Written;
  steps: number;
  act: string;
  busy: boolean;
  error: AskError | null;
  onSave: (written: Written) => void;
};

export function GoalForm({ written: before, steps, act, busy, error, onSave }: Props) {
  const [written, setWritten] = useState(before);
  const set = (part: keyof Written, value: string) =>
    setWritten({ ...written, [part]: part === "dueOn" && value === "" ? null : value });
  return (
    <div className="cols cols-main">
      <Card>
        <Form act={act} busy={busy} error={error} onSubmit={() => onSave(written)}>
          {asked.map(({ part, label, hint, isShort }) => {
            const Control = isShort ? TextField : TextArea;
            return (
              <Control
                key={part}
                label={label}
                value={written[part]}
                onValue={(value) => set(part, value)}
                error={faultOf(error, part)}
                {...(hint ? { hint } : {})}
                {...(isShort ? {} : { rows: 2 })}
              />
            );
          })}
          <TextField
            label="By when?"
            type="date"
            value={written.dueOn ?? ""}
            onValue={(value) => set("dueOn", value)}
            error={faultOf(error, "dueOn")}
          />
        </Form>
      </Card>
      <Hints written={written} steps={steps} />
    </div>
  );
}

export function Hints({ written, steps }: { written: Written; steps: number }) {
  const { school } = useMe();
  return (
    <Card className="section">
      <h2>Hints</h2>
      <p className="small muted">
        They help you look again. Nothing of them is kept, and a goal is saved without them too.
      </p>
      <ul role="list" className="goal-hints">
        {hintsOf({ ...written, steps, today: school.today }).map(({ quality, add }) => (
          <li key={quality}>
            <Icon name={add === null ? "check" : "info"} />
            <span>
              <b>{capitalised(quality)}</b>
              <br />
              {add ?? "Nothing to add."}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
