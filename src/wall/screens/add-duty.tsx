// Recording a duty of assessment or supervision by hand; refused where the two are not available to each other.
import { addDays } from "../../core/shapes.ts";
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Segmented } from "../../web/ui/choice.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { addDuty } from "../act-contract.ts";
import { judging } from "../judge.ts";
import { dutyWords } from "../rule.ts";
import { type Chosen, PersonFinder } from "../../web/ui/person-finder.tsx";

type Toward = "learner" | "class" | "everyone";
const towards = [
  { value: "learner", word: "One learner" },
  { value: "class", word: "A class" },
  { value: "everyone", word: "Every learner" },
] as const;

export function AddDuty({ today, onClose }: { today: string; onClose: () => void }) {
  const [educator, setEducator] = useState<Chosen | null>(null);
  const [learner, setLearner] = useState<Chosen | null>(null);
  const [toward, setToward] = useState<Toward>("learner");
  const adding = useWrite(addDuty);
  const fault = (field: string) => faultOf(adding.error, field);
  const add = ({ duty = "", about = "", classYear = "", from = "", last = "" }: Record<string, string>) =>
    adding.mutate(
      {
        duty: duty as (typeof judging)[number],
        educatorId: educator?.personId ?? "",
        learnerId: toward === "learner" ? (learner?.personId ?? "") : null,
        classYear: toward === "class" ? Number(classYear) : null,
        about,
        from,
        to: last === "" ? null : addDays(last, 1),
      },
      { onSuccess: () => (toast("The duty is recorded."), onClose()) },
    );
  return (
    <Dialog title="Add a duty" isOpen onClose={onClose}>
      <Form act="Record it" busy={adding.isPending} error={adding.error} fields={words} onSubmit={add}>
        <PersonFinder label={words.educatorId} chosen={educator} onChosen={setEducator} />
        <SelectField
          label="What"
          name="duty"
          options={judging.map((value) => ({ value, word: dutyWords[value] }))}
          error={fault("duty")}
        />
        <Segmented legend="Toward" options={towards} value={toward} onValue={setToward} />
        {toward === "learner" && (
          <PersonFinder label={words.learnerId} as="learner" chosen={learner} onChosen={setLearner} />
        )}
        {toward === "class" && (
          <TextField label={words.classYear} name="classYear" inputMode="numeric" error={fault("classYear")} />
        )}
        <TextField label="About" name="about" hint="The course, rotation or committee." error={fault("about")} />
        <TextField label={words.from} name="from" type="date" defaultValue={today} error={fault("from")} />
        <TextField label={words.to} name="last" type="date" hint="Empty: no end." error={fault("to")} />
      </Form>
    </Dialog>
  );
}

const words = {
  educatorId: "Who assesses or supervises",
  learnerId: "Learner",
  classYear: "Class year",
  from: "First day",
  to: "Last day",
};
