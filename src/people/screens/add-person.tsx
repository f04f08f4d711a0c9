// Adding one person by hand; many come by import.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Segmented } from "../../web/ui/choice.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { usePlace } from "../../web/ui/link.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { addPerson } from "../person-contract.ts";

type As = "learner" | "educator" | "office";
const choices = [
  { value: "learner", word: "Learner" },
  { value: "educator", word: "Educator" },
  { value: "office", word: "Neither" },
] as const;

const words = {
  givenName: "Given name",
  familyName: "Family name",
  email: "Email address",
  "learner.classYear": "Class year",
  "learner.phase": "Phase",
  "educator.department": "Department",
};

export function AddPerson({ onClose }: { onClose: () => void }) {
  const [as, setAs] = useState<As>("learner");
  const { go } = usePlace();
  const adding = useWrite(addPerson);
  const fault = (field: string) => faultOf(adding.error, field);
  const add = (values: Record<string, string>) =>
    adding.mutate(bodyOf(values, as), {
      onSuccess: ({ personId, givenName, familyName }) => {
        toast(`${givenName} ${familyName} is added.`);
        go(`/people/${personId}`);
      },
    });
  return (
    <Dialog title="Add a person" isOpen onClose={onClose}>
      <Form act="Add them" busy={adding.isPending} error={adding.error} fields={words} onSubmit={add}>
        <TextField label={words.givenName} name="givenName" autoComplete="off" error={fault("givenName")} />
        <TextField label={words.familyName} name="familyName" autoComplete="off" error={fault("familyName")} />
        <TextField label={words.email} name="email" type="email" autoComplete="off" error={fault("email")} />
        <Segmented legend="Here as" options={choices} value={as} onValue={setAs} />
        {as === "learner" && (
          <>
            <TextField label="Class year" name="classYear" inputMode="numeric" error={fault("learner.classYear")} />
            <TextField
              label="Phase"
              name="phase"
              hint="As your school says it: clerkship, PGY-1."
              error={fault("learner.phase")}
            />
          </>
        )}
        {as === "educator" && <TextField label="Department" name="department" error={fault("educator.department")} />}
        {as !== "office" && <TextField label="Campus" name="campus" />}
        {as === "office" && <p className="small muted">An administrator then gives them an office.</p>}
      </Form>
    </Dialog>
  );
}

function bodyOf(values: Record<string, string>, as: As) {
  const {
    givenName = "",
    familyName = "",
    email = "",
    classYear = "",
    phase = "",
    department = "",
    campus = "",
  } = values;
  const learner = { classYear: Number(classYear), campus, phase, status: "active" as const };
  const educator = { department, campus, skills: [], languages: [] };
  return {
    givenName,
    familyName,
    email,
    learner: as === "learner" ? learner : null,
    educator: as === "educator" ? educator : null,
  };
}
