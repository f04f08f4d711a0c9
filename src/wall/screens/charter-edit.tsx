// A director changes a charter, and sees what that brings while typing: the diff, the pairs it sets against the wall,
// and the places it costs. Nothing is kept before "Save".
import { useDeferredValue, useState } from "react";
import { addDays } from "../../core/shapes.ts";
import type { CharterBody, DutyRule } from "../../programs/charter.ts";
import type { CharterNow } from "../../programs/contract.ts";
import { watchingAllowed } from "../../programs/program.ts";
import { useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Tick } from "../../web/ui/choice.tsx";
import { TextArea, TextField } from "../../web/ui/field.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { saveCharter } from "../charter-contract.ts";
import { CharterPreview, usePreview } from "./charter-preview.tsx";

type Draft = { body: CharterBody; rules: DutyRule[]; inForceFrom: string };
type Props = { charter: CharterNow; today: string; onDone: () => void };

export function CharterEdit({ charter: { program, newest, rules }, today, onDone }: Props) {
  const first = newest.inForceFrom > today ? newest.inForceFrom : addDays(today, 1);
  const [draft, setDraft] = useState<Draft>({ body: newest.body, rules, inForceFrom: first });
  const [because, setBecause] = useState("");
  const [takesConflicts, setTakesConflicts] = useState(false);
  const proposal = useDeferredValue({ version: newest.version, ...draft });
  const preview = usePreview(program, proposal);
  const saving = useWrite(saveCharter, { params: { program } });
  const save = () =>
    saving.mutate(
      { version: newest.version, ...draft, because, takeConflicts: takesConflicts },
      {
        onSuccess: ({ version }) => {
          toast(`Version ${version} saved`);
          onDone();
        },
      },
    );
  const conflicts = preview.data?.conflicts.length ?? 0;
  return (
    <>
      <Section title="The new version">
        <Card className="plain-sheet">
          <Problem error={saving.error} fields={{ because: "Why it changes", inForceFrom: "In force from" }} />
          <Fields draft={draft} rules={rules} mayWatch={watchingAllowed[program]} onDraft={setDraft} />
        </Card>
      </Section>
      <CharterPreview preview={preview} />
      <Section title="Save">
        <Card className="plain-sheet">
          <TextField
            label="In force from"
            type="date"
            min={first}
            value={draft.inForceFrom}
            onValue={(inForceFrom) => setDraft({ ...draft, inForceFrom })}
          />
          <TextField
            label="Why it changes"
            hint="Everyone reads it beside the version."
            value={because}
            onValue={setBecause}
          />
          {conflicts > 0 && (
            <Tick checked={takesConflicts} onValue={setTakesConflicts}>
              I have seen the {conflicts === 1 ? "pair" : `${conflicts} pairs`} that would collide. Record them as
              incidents.
            </Tick>
          )}
          <div className="row">
            <Button kind="primary" busy={saving.isPending} onClick={save}>
              Save version {newest.version + 1}
            </Button>
            <Button kind="quiet" onClick={onDone}>
              Leave it as it is
            </Button>
          </div>
        </Card>
      </Section>
    </>
  );
}

type FieldsProps = { draft: Draft; rules: DutyRule[]; mayWatch: boolean; onDraft: (draft: Draft) => void };

function Fields({ draft, rules, mayWatch, onDraft }: FieldsProps) {
  const { body } = draft;
  const change = (changed: Partial<CharterBody>) => onDraft({ ...draft, body: { ...body, ...changed } });
  const lines = (text: string) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  const number = (key: "cadenceDays" | "hoursPerLearnerYear" | "learnersMost" | "termMonths", label: string) => (
    <TextField
      label={label}
      type="number"
      inputMode="numeric"
      min={0}
      value={body[key]}
      onValue={(value) => value !== "" && change({ [key]: Number(value) })}
    />
  );
  const watching = rules.filter(({ wall }) => wall === "observation");
  const isClosed = draft.rules.some(({ wall }) => wall === "observation");
  return (
    <>
      <TextArea label="Purpose" value={body.purpose} onValue={(purpose) => change({ purpose })} />
      <TextArea
        label="What it is for, a line each"
        defaultValue={body.topicsIn.join("\n")}
        onValue={(text) => change({ topicsIn: lines(text) })}
      />
      <TextArea
        label="What it is not for, a line each"
        defaultValue={body.topicsOut.join("\n")}
        onValue={(text) => change({ topicsOut: lines(text) })}
      />
      <div className="fields">
        {number("cadenceDays", "Meets at least every (days)")}
        {number("hoursPerLearnerYear", "Hours for each learner and year")}
        {number("learnersMost", "Most learners for one educator")}
        {number("termMonths", "Term (months)")}
        <TextField
          label="A module stays valid (months)"
          hint="Empty: it does not expire."
          type="number"
          min={1}
          value={body.validityMonths ?? ""}
          onValue={(value) => change({ validityMonths: value === "" ? null : Number(value) })}
        />
      </div>
      <TextArea
        label="Modules to complete, a line each"
        defaultValue={body.modules.join("\n")}
        onValue={(text) => change({ modules: lines(text) })}
      />
      <TextArea
        label="What is said about confidentiality"
        value={body.confidentialityText}
        onValue={(confidentialityText) => change({ confidentialityText })}
      />
      {mayWatch && watching.length > 0 && (
        <Tick
          checked={!isClosed}
          hint="Formative, never recorded. The assessment wall stays."
          onValue={(open) =>
            onDraft({
              ...draft,
              rules: open ? draft.rules.filter(({ wall }) => wall !== "observation") : [...draft.rules, ...watching],
            })
          }
        >
          Allow this role to watch the learner at work
        </Tick>
      )}
      {draft.rules.some(({ wall }) => wall === "assessment") && (
        <TextField
          label="May not judge for so many days after it ends"
          type="number"
          min={0}
          value={draft.rules.find(({ wall }) => wall === "assessment")?.coolingDays ?? 0}
          onValue={(value) =>
            onDraft({
              ...draft,
              rules: draft.rules.map((rule) => (rule.wall === "role" ? rule : { ...rule, coolingDays: Number(value) })),
            })
          }
        />
      )}
    </>
  );
}
