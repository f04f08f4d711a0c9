// An educator: department, skills and languages for everybody; places, paid time and pause for them and the planning offices.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Facts } from "../../web/ui/figures.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { changeEducator, setTerms } from "../person-contract.ts";
import type { Person } from "../person.ts";
import { WordsField, wordsIn } from "../../web/ui/words-field.tsx";

type Educator = NonNullable<Person["educator"]>;
type Props = { person: Person; educator: Educator };
const listOf = (words: string[]) => (words.length === 0 ? null : words.join(", "));

export function EducatorRecord({ person, educator }: Props) {
  const { may, personId, school } = useMe();
  const [open, setOpen] = useState<"fields" | "pause" | null>(null);
  const close = () => setOpen(null);
  const mayChange = may.includes("edit people") || personId === person.personId;
  const { department, campus, skills, languages, terms } = educator;
  return (
    <Section title="As an educator">
      <Card>
        <Facts
          facts={[
            ["Department", department || null],
            ["Campus", campus || null],
            ["Skills", listOf(skills)],
            ["Languages", listOf(languages)],
            ["Paid time", terms === null ? null : `${terms.effortPercent} %`],
            ["Pause", terms?.pausedUntil ? `Back on ${sayDay(terms.pausedUntil, school.today)}` : null],
          ]}
        />
      </Card>
      {mayChange && (
        <div className="row">
          <Button small icon="pen" onClick={() => setOpen("fields")}>
            Change department, skills, languages
          </Button>
          <Button small icon="pause" onClick={() => setOpen("pause")}>
            Pause or paid time
          </Button>
        </div>
      )}
      {open === "fields" && <Fields person={person} educator={educator} onClose={close} />}
      {open === "pause" && <Terms person={person} educator={educator} onClose={close} />}
    </Section>
  );
}

function Fields({ person: { personId }, educator, onClose }: Props & { onClose: () => void }) {
  const changing = useWrite(changeEducator, { params: { id: personId } });
  const change = ({ department = "", campus = "", skills = "", languages = "" }: Record<string, string>) =>
    changing.mutate(
      { department, campus, skills: wordsIn(skills), languages: wordsIn(languages) },
      { onSuccess: onClose },
    );
  return (
    <Dialog title="Department, skills, languages" isOpen onClose={onClose}>
      <Form act="Change it" busy={changing.isPending} error={changing.error} onSubmit={change}>
        <p>Everybody in the school sees these, and the match reads them.</p>
        <TextField label="Department" name="department" defaultValue={educator.department} />
        <TextField label="Campus" name="campus" defaultValue={educator.campus} />
        <WordsField label="Skills" name="skills" words={educator.skills} />
        <WordsField label="Languages" name="languages" words={educator.languages} />
      </Form>
    </Dialog>
  );
}

function Terms({ person: { personId, givenName }, educator: { terms }, onClose }: Props & { onClose: () => void }) {
  const { may, school } = useMe();
  const setting = useWrite(setTerms, { params: { id: personId } });
  const keepsTime = may.includes("edit people");
  const set = ({ until = "", effortPercent = "" }: Record<string, string>) =>
    setting.mutate(
      { pausedUntil: until === "" ? null : until, ...(keepsTime ? { effortPercent: Number(effortPercent) } : {}) },
      { onSuccess: () => (toast("Written."), onClose()) },
    );
  return (
    <Dialog title="Pause and paid time" isOpen onClose={onClose}>
      <Form
        act="Write it"
        busy={setting.isPending}
        error={setting.error}
        fields={{ pausedUntil: "Day of return", effortPercent: "Paid time" }}
        onSubmit={set}
      >
        <p>While {givenName} is paused, nobody new is proposed. Those whom they guide stay with them.</p>
        <TextField
          label="Day of return"
          name="until"
          type="date"
          min={school.today}
          hint="Empty: no pause."
          defaultValue={terms?.pausedUntil ?? ""}
          error={faultOf(setting.error, "pausedUntil")}
        />
        {keepsTime && (
          <TextField
            label="Paid time, in percent of a full post"
            name="effortPercent"
            inputMode="decimal"
            defaultValue={String(terms?.effortPercent ?? 0)}
            error={faultOf(setting.error, "effortPercent")}
          />
        )}
      </Form>
    </Dialog>
  );
}
