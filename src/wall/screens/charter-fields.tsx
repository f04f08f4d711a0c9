// The fields of a charter that a director changes.
import type { CharterBody, DutyRule } from "../../programs/charter.ts";
import { Tick } from "../../web/ui/choice.tsx";
import { SelectField, TextArea, TextField } from "../../web/ui/field.tsx";
import { CharterClauses } from "./charter-clauses.tsx";

export type Draft = { body: CharterBody; rules: DutyRule[]; inForceFrom: string };

type FieldsProps = { draft: Draft; onDraft: (draft: Draft) => void };
type WordsProps = { body: CharterBody; change: (changed: Partial<CharterBody>) => void };

export function CharterFields({ draft, onDraft }: FieldsProps) {
  const { body } = draft;
  const change = (changed: Partial<CharterBody>) => onDraft({ ...draft, body: { ...body, ...changed } });
  return (
    <>
      <Words body={body} change={change} />
      <Numbers body={body} change={change} />
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
      <SelectField
        label="Confidentiality class"
        options={classes}
        value={body.confidentiality}
        onValue={(value) => change({ confidentiality: value as CharterBody["confidentiality"] })}
      />
      <CharterClauses clauses={body.clauses} onClauses={(clauses) => change({ clauses })} />
      <TextArea
        label="Where the numbers come from, a line each"
        defaultValue={body.sources.join("\n")}
        onValue={(text) => change({ sources: lines(text) })}
      />
    </>
  );
}

function Words({ body, change }: WordsProps) {
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
      <TextArea
        label="Where to go instead, a line each"
        hint="What it is about, a colon, and whom to ask."
        defaultValue={body.referTo.map(({ topic, to }) => `${topic}: ${to}`).join("\n")}
        onValue={(text) => change({ referTo: lines(text).map(referralOf) })}
      />
    </>
  );
}

const classes: { value: CharterBody["confidentiality"]; word: string }[] = [
  { value: "education record", word: "An education record: its office may read it to help" },
  { value: "the two", word: "Between the two: the office sees that they met" },
  { value: "sealed", word: "Sealed: nobody but the two, not even that something was written" },
];

const numbers = [
  ["cadenceDays", "Meets at least every (days)"],
  ["hoursPerLearnerYear", "Hours for each learner and year"],
  ["learnersMost", "Most learners for one educator"],
  ["termMonths", "Term (months)"],
] as const;

function Numbers({ body, change }: WordsProps) {
  return (
    <div className="fields">
      {numbers.map(([key, label]) => (
        <TextField
          key={key}
          label={label}
          type="number"
          min={0}
          value={body[key]}
          onValue={(value) => value !== "" && change({ [key]: Number(value) })}
        />
      ))}
      <TextField
        label="A module stays valid (months)"
        hint="Empty: it does not expire."
        type="number"
        min={1}
        value={body.validityMonths ?? ""}
        onValue={(value) => change({ validityMonths: value === "" ? null : Number(value) })}
      />
    </div>
  );
}

/** Where the charter's duties stand: whether its role may watch the learner, and how long it cools off. */
export function WallFields({
  draft,
  rules,
  mayWatch,
  onDraft,
}: FieldsProps & { rules: DutyRule[]; mayWatch: boolean }) {
  const watching = rules.filter(({ wall }) => wall === "observation");
  const assessment = draft.rules.find(({ wall }) => wall === "assessment");
  const isOpen = !draft.rules.some(({ wall }) => wall === "observation");
  const open = () => draft.rules.filter(({ wall }) => wall !== "observation");
  const cool = (days: number) =>
    draft.rules.map((rule) => (rule.wall === "role" ? rule : { ...rule, coolingDays: days }));
  return (
    <>
      {mayWatch && watching.length > 0 && (
        <Tick
          checked={isOpen}
          hint="Formative, never recorded. The assessment wall stays."
          onValue={(isOn) => onDraft({ ...draft, rules: isOn ? open() : [...draft.rules, ...watching] })}
        >
          Allow this role to watch the learner at work
        </Tick>
      )}
      {assessment !== undefined && (
        <TextField
          label="May not judge for so many days after it ends"
          type="number"
          min={0}
          value={assessment.coolingDays}
          onValue={(value) => onDraft({ ...draft, rules: cool(Number(value)) })}
        />
      )}
    </>
  );
}

/** "Deadlines: Your advisor". Without a colon nobody is named, which the server refuses with the line's number. */
function referralOf(line: string): CharterBody["referTo"][number] {
  const at = line.indexOf(":");
  return at < 0 ? { topic: line, to: "" } : { topic: line.slice(0, at).trim(), to: line.slice(at + 1).trim() };
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
