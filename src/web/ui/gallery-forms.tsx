// The gallery's forms and overlays: buttons, fields, choices, dialogs, files, long work.
import { useState } from "react";
import { AskError } from "../ask.ts";
import { Button } from "./button.tsx";
import { Segmented, Tick } from "./choice.tsx";
import { Confirm } from "./dialog.tsx";
import { SelectField, TextArea, TextField } from "./field.tsx";
import { FileDrop } from "./file-drop.tsx";
import { Form } from "./form.tsx";
import { Section } from "./page.tsx";
import { PersonPicker } from "./person-picker.tsx";
import { Progress } from "./progress.tsx";
import { toast } from "./toast.tsx";

const refused = new AskError(422, {
  rule: "meeting.day",
  because: "The meeting cannot be logged as sent.",
  faults: [{ field: "metOn", because: "That date is in the future. Log it after you meet." }],
});
const people = [
  { id: "1", words: "Noah Brandt", hint: "Learner, class of 2028" },
  { id: "2", words: "Fatima Zahran", hint: "Surgery" },
];
const findPeople = (words: string) =>
  Promise.resolve(people.filter((one) => one.words.toLowerCase().includes(words.toLowerCase())));

export function Forms() {
  return (
    <>
      <Section title="Buttons">
        <div className="row">
          <Button kind="primary">Primary</Button>
          <Button>Second</Button>
          <Button kind="quiet">Quiet</Button>
          <Button kind="primary" busy>
            Sending
          </Button>
          <Button disabled>Not open yet</Button>
          <span className="small muted">Opens when both have signed.</span>
        </div>
      </Section>
      <Fields />
      <Over />
      <Section title="Long work">
        <Progress
          label="Reading evaluations.csv"
          done={41_200}
          of={100_000}
          words="41,200 of 100,000 rows"
          onCancel={() => toast("Stopped. Nothing was kept.")}
        />
        <FileDrop
          label="Drop your exports here"
          accept=".csv,.xlsx"
          multiple
          onFiles={(files) => toast(`${files.length} files taken`)}
        >
          CSV or Excel, any separator, any encoding.
        </FileDrop>
      </Section>
    </>
  );
}

function Fields() {
  const [lane, setLane] = useState("all");
  return (
    <Section title="Fields">
      <Form
        act="Log the meeting"
        onSubmit={() => toast("Logged")}
        error={refused}
        fields={{ metOn: "Date of the meeting" }}
      >
        <TextField
          label="Date of the meeting"
          type="date"
          defaultValue="2026-12-08"
          error={refused.faults[0]?.because}
        />
        <TextField label="Place" hint="A room, a walk, a link." placeholder="Room 4.12" autoComplete="off" />
        <TextArea label="What did you talk about?" />
        <SelectField
          label="Campus"
          options={[
            { value: "", word: "Both campuses" },
            { value: "e", word: "East" },
          ]}
        />
        <PersonPicker label="With whom" hint="A learner or an educator." find={findPeople} onPick={() => {}} />
        <Segmented
          legend="Show"
          options={[
            { value: "all", word: "All" },
            { value: "mine", word: "Mine" },
          ]}
          value={lane}
          onValue={setLane}
        />
        <Tick hint="They read it in the morning.">Tell both of them</Tick>
      </Form>
    </Section>
  );
}

function Over() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Section title="Over the page">
      <div className="row">
        <Button onClick={() => setOpen(true)}>End this pair</Button>
        <Button onClick={() => toast("3 reminders sent", () => toast("Taken back"))}>Say what was done</Button>
      </div>
      <Confirm title="End this pair?" isOpen={isOpen} onClose={close} act="End this pair" onAct={close}>
        <p>Dr. Rao will read neutral words and no reason. You keep a copy of what you wrote.</p>
      </Confirm>
    </Section>
  );
}
