// The last step of changing a charter: from when, why, and yes to what collides.
import { useState } from "react";
import { faultOf, type useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Tick } from "../../web/ui/choice.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import type { saveCharter } from "../charter-contract.ts";
import { bodyWords } from "../rule-change.ts";
import type { Draft } from "./charter-fields.tsx";

type Props = {
  saving: ReturnType<typeof useWrite<typeof saveCharter>>;
  /** The version that the draft was made on. */
  version: number;
  draft: Draft;
  /** The first day on which a version may begin. */
  first: string;
  conflicts: number;
  onDay: (inForceFrom: string) => void;
  onDone: () => void;
};

export function CharterSave({ saving, version, draft, first, conflicts, onDay, onDone }: Props) {
  const [because, setBecause] = useState("");
  const [takeConflicts, setTakeConflicts] = useState(false);
  const done = (saved: number) => {
    toast(`Version ${saved} saved`);
    onDone();
  };
  const save = () =>
    saving.mutate({ version, ...draft, because, takeConflicts }, { onSuccess: (saved) => done(saved.version) });
  return (
    <>
      <Problem
        error={saving.error}
        fields={{ ...bodyWords, because: "Why it changes", inForceFrom: "In force from" }}
      />
      <TextField
        label="In force from"
        type="date"
        min={first}
        value={draft.inForceFrom}
        onValue={onDay}
        error={faultOf(saving.error, "inForceFrom")}
      />
      <TextField
        label="Why it changes"
        hint="Everyone reads it beside the version."
        value={because}
        onValue={setBecause}
        error={faultOf(saving.error, "because")}
      />
      {conflicts > 0 && (
        <Tick checked={takeConflicts} onValue={setTakeConflicts}>
          I have seen the {conflicts === 1 ? "pair" : `${conflicts} pairs`} that would collide. Record them as
          incidents.
        </Tick>
      )}
      <div className="row">
        <Button kind="primary" busy={saving.isPending} onClick={save}>
          Save version {version + 1}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          Leave it as it is
        </Button>
      </div>
    </>
  );
}
