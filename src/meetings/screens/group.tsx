// One time for several learners of one program: each answers for themselves, and none sees who else is asked.
import { plural } from "../../core/plural.ts";
import { useState } from "react";
import type { Program } from "../../programs/program.ts";
import { useWrite } from "../../web/ask.ts";
import { Segmented, Tick } from "../../web/ui/choice.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { toast } from "../../web/ui/toast.tsx";
import { proposeGroup } from "../contract.ts";
import type { PairMeetings } from "../pair.ts";
import { TimeForm } from "./time-form.tsx";

export function GroupDialog({ pairs, onClose }: { pairs: readonly PairMeetings[]; onClose: () => void }) {
  const lanes = [...new Set(pairs.map(({ relationship }) => relationship.program))];
  const [program, setProgram] = useState<Program | undefined>(lanes[0]);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const proposing = useWrite(proposeGroup);
  const own = pairs.filter(({ relationship }) => relationship.program === program);
  const proposed = () => {
    toast(`Proposed to ${picked.size} learners.`);
    onClose();
  };
  const first = own[0]?.relationship.relationshipId;
  if (program === undefined || first === undefined) return null;
  return (
    <Dialog title="Meet several learners at once" isOpen onClose={onClose}>
      <p>Each of them confirms for themselves. Chiron shows none of them who else is asked; in the room they meet.</p>
      {lanes.length > 1 && (
        <Segmented
          legend="Program"
          options={lanes.map((value) => ({ value, word: laneOf(value).word }))}
          value={program}
          onValue={(value) => {
            setProgram(value);
            setPicked(new Set());
          }}
        />
      )}
      <Learners pairs={own} picked={picked} onPicked={setPicked} />
      <TimeForm
        offeredIn={first}
        act={`Propose to ${plural(picked.size, "learner")}`}
        busy={proposing.isPending}
        error={proposing.error}
        onTime={(time) => proposing.mutate({ ...time, relationshipIds: [...picked] }, { onSuccess: proposed })}
      />
    </Dialog>
  );
}

type LearnersProps = {
  pairs: readonly PairMeetings[];
  picked: ReadonlySet<string>;
  onPicked: (picked: ReadonlySet<string>) => void;
};

function Learners({ pairs, picked, onPicked }: LearnersProps) {
  const pick = (id: string, isOn: boolean) => {
    const next = new Set(picked);
    if (isOn) next.add(id);
    else next.delete(id);
    onPicked(next);
  };
  return (
    <fieldset className="talk-mark">
      <legend>Learners</legend>
      {pairs.map(({ relationship: { relationshipId, learner } }) => (
        <Tick key={relationshipId} checked={picked.has(relationshipId)} onValue={(isOn) => pick(relationshipId, isOn)}>
          {learner.name}
        </Tick>
      ))}
    </fieldset>
  );
}
