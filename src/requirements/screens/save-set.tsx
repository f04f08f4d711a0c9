// Saving a draft: what it changes for the set and for learners is shown first, and taken back afterwards where it was wrong.
import { useState } from "react";
import { type AskError, faultOf, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { changeRequirements, previewRequirements, restoreRequirements, type SetReport } from "../contract.ts";
import type { Requirement, RequirementSet } from "../requirement.ts";
import { Effect } from "./effect.tsx";

type Props = {
  set: RequirementSet;
  items: Requirement[];
  name: string;
  onName: (name: string) => void;
  onUndo: () => void;
};

export function SaveSet({ set, items, name, onName, onUndo }: Props) {
  const params = { id: set.setId };
  const [because, setBecause] = useState("");
  const [seen, setSeen] = useState<{ report: SetReport; of: string } | null>(null);
  const previewing = useWrite(previewRequirements, { params, invalidate: [] });
  const saving = useWrite(changeRequirements, { params });
  const restoring = useWrite(restoreRequirements, { params });
  const body = { version: set.version, name, items, because };
  const draft = JSON.stringify([name, items]);
  const error = saving.error ?? previewing.error;
  // What was shown is what is saved: another draft is looked at anew.
  const isSeen = seen !== null && seen.of === draft;
  const show = (report: SetReport) => setSeen({ report, of: draft });
  const look = () => previewing.mutate({ ...body, because: because || "Preview" }, { onSuccess: show });
  // The next version begins a new draft in place of this one: so not as a callback of the hook's.
  const save = () =>
    void saving.mutateAsync(body).then(
      ({ version }) => toast(`Saved as version ${version}. Plans show it now.`, () => takeBack(version)),
      () => undefined,
    );
  const takeBack = (version: number) =>
    restoring.mutateAsync({ version, to: set.version }).then(said, ({ because: why }: AskError) => toast(why));
  return (
    <Section title="Your draft" note="Nothing is changed for learners yet.">
      <Card>
        <div className="form">
          <Problem error={error} fields={{ because: "What changes" }} />
          <TextField label="Name of the set" value={name} onValue={onName} error={faultOf(error, "name")} />
          <Because value={because} onValue={setBecause} error={faultOf(error, "because")} />
          {isSeen && <Effect {...seen.report} />}
          <div className="row">
            {isSeen ? (
              <Act busy={saving.isPending} onAct={save} words="Save the change" />
            ) : (
              <Act busy={previewing.isPending} onAct={look} words="See what it does" />
            )}
            <Button kind="quiet" onClick={onUndo}>
              Throw the draft away
            </Button>
          </div>
        </div>
      </Card>
    </Section>
  );
}

const said = () => toast("Taken back, as the next version.");

type BecauseProps = { value: string; onValue: (value: string) => void; error: string | undefined };

function Because(props: BecauseProps) {
  return <TextField label="What changes" hint="In a few words, for the history." {...props} />;
}

function Act({ busy, onAct, words }: { busy: boolean; onAct: () => void; words: string }) {
  return (
    <Button kind="primary" busy={busy} onClick={onAct}>
      {words}
    </Button>
  );
}
