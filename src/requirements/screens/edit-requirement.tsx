// One requirement of a draft. The rules that the server keeps are asked here already.
import { useState } from "react";
import { Refusal } from "../../core/refusal.ts";
import { AskError, faultOf } from "../../web/ask.ts";
import { Tick } from "../../web/ui/choice.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField, TextArea, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { type Due, keyFor, kinds, parts, Requirement, sound } from "../requirement.ts";
import { kindWords, partOptions } from "../saying.ts";
import type { KeptDay } from "../timeline.ts";
import { DueFields } from "./due-fields.tsx";

type Props = {
  /** Null: a new one. */
  item: Requirement | null;
  items: Requirement[];
  days: KeptDay[];
  onClose: () => void;
  onItem: (item: Requirement) => void;
};

const blank = {
  title: "",
  kind: "requirement",
  phase: "",
  classYear: null,
  due: null,
  dependsOn: [],
  how: "",
} as const;

export function EditRequirement({ item, items, days, onClose, onItem }: Props) {
  const start: Requirement = item ?? { ...blank, key: "", signedBy: "advisor", dependsOn: [] };
  const [due, setDue] = useState<Due | null>(start.due);
  const [dependsOn, setDependsOn] = useState<string[]>(start.dependsOn);
  const [error, setError] = useState<AskError | null>(null);
  const submit = (values: Record<string, string>) => {
    const next = checked({ ...start, due, dependsOn }, values, items);
    if (next instanceof AskError) return setError(next);
    onItem(next);
    onClose();
  };
  return (
    <Dialog title={item === null ? "Add a requirement" : "Change a requirement"} isOpen onClose={onClose} wide>
      <Form act={item === null ? "Add to the draft" : "Change the draft"} error={error} onSubmit={submit}>
        <TextField label="What is to be done" name="title" defaultValue={start.title} error={faultOf(error, "title")} />
        <Plain start={start} error={error} />
        <DueFields due={due} days={days} onDue={setDue} fault={faultOf(error, "due")} />
        <Before
          start={start}
          items={items}
          dependsOn={dependsOn}
          onDependsOn={setDependsOn}
          fault={faultOf(error, "dependsOn")}
        />
        <TextArea label="How, and where" name="how" defaultValue={start.how} error={faultOf(error, "how")} />
      </Form>
    </Dialog>
  );
}

function Plain({ start, error }: { start: Requirement; error: AskError | null }) {
  return (
    <div className="fields">
      <SelectField
        label="Kind"
        name="kind"
        defaultValue={start.kind}
        options={kinds.map((value) => ({ value: value as string, word: kindWords[value] }))}
      />
      <SelectField label="Who signs it off" name="signedBy" defaultValue={start.signedBy} options={partOptions} />
      <TextField
        label="Phase"
        name="phase"
        hint="Empty for all."
        defaultValue={start.phase}
        error={faultOf(error, "phase")}
      />
      <TextField
        label="Class"
        name="classYear"
        inputMode="numeric"
        hint="Its year. Empty for every class."
        defaultValue={start.classYear ?? ""}
        error={faultOf(error, "classYear")}
      />
    </div>
  );
}

type BeforeProps = {
  start: Requirement;
  items: Requirement[];
  dependsOn: string[];
  onDependsOn: (keys: string[]) => void;
  fault: string | undefined;
};

function Before({ start, items, dependsOn, onDependsOn, fault }: BeforeProps) {
  const others = items.filter(({ key }) => key !== start.key);
  if (others.length === 0) return null;
  return (
    <fieldset className="before">
      <legend className="label">What has to be done before</legend>
      {fault !== undefined && <p className="error">{fault}</p>}
      <div className="before-list">
        {others.map(({ key, title }) => (
          <Tick
            key={key}
            checked={dependsOn.includes(key)}
            onValue={(isOn) => onDependsOn(isOn ? [...dependsOn, key] : dependsOn.filter((one) => one !== key))}
          >
            {title}
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}

/** As the server would take it within its set, or the refusal with its fields. */
function checked(start: Requirement, values: Record<string, string>, items: Requirement[]): Requirement | AskError {
  const { title = "", phase = "", how = "", classYear = "" } = values;
  const others = items.filter(({ key }) => key !== start.key);
  const key = start.key === "" ? keyFor(title, new Set(items.map((one) => one.key))) : start.key;
  const parsed = Requirement.safeParse({
    ...start,
    key,
    title,
    phase,
    how,
    classYear: classYear.trim() === "" ? null : Number(classYear),
    kind: kinds.find((kind) => kind === values.kind) ?? start.kind,
    signedBy: parts.find((part) => part === values.signedBy) ?? start.signedBy,
  });
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), because: message }));
    return new AskError(422, { rule: "request.shape", because: "Some of this cannot be used.", faults });
  }
  const found = sound([...others, parsed.data]);
  if (!(found instanceof Refusal)) return parsed.data;
  const faults = [{ field: "dependsOn", because: found.because }];
  return new AskError(422, { rule: found.rule, because: found.because, faults });
}
