// Saying how something stands: the plainest next step as a button, every other one behind "More".
import { useState } from "react";
import { type AskError, faultOf, useWrite } from "../../web/ask.ts";
import { ActionMenu } from "../../web/ui/action-menu.tsx";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { sayState } from "../plan-contract.ts";
import type { Plan, PlanItem } from "../plan.ts";
import { sayStillOpen } from "../saying.ts";
import { sayable, sayStanding, type Standing } from "../state.ts";

/** The refusal stands on the screen already. */
const shownAbove = () => undefined;

type Props = { item: PlanItem; plan: Plan; onSaid: () => void };

export function SayState({ item, plan, onSaid }: Props) {
  const { requirement, state, setId } = item;
  const [asking, setAsking] = useState<Standing | null>(null);
  const saying = useWrite(sayState, { params: { id: plan.learner.personId } });
  if (plan.as === null) return null;
  const next = sayable(plan.as, requirement.signedBy, state.state);
  const words = (one: Standing) => sayStanding(requirement.kind, one);
  // The answer moves it to another group, and this away with it: so not as a callback of the hook's.
  const say = (one: Standing, fromWhom = state.fromWhom) =>
    void saying.mutateAsync({ setId, key: requirement.key, turn: state.turn, state: one, fromWhom }).then(() => {
      setAsking(null);
      const before = one === "done" && item.blockedBy.length > 0 ? ` ${sayStillOpen(item.blockedBy)}.` : "";
      toast(`${requirement.title}: ${words(one)}.${before}`);
      onSaid();
    }, shownAbove);
  // Who writes a letter is asked for once it is asked for.
  const begin = (one: Standing) =>
    requirement.kind === "letter" && one !== "open" && one !== "waived" ? setAsking(one) : say(one);
  // What waits for something else is not offered as the next step; that it is done already may still be said.
  const quick = item.group === "blocked" || item.group === "done" ? undefined : next[0];
  const rest = next.filter((one) => one !== quick);
  return (
    <>
      {quick !== undefined && (
        <Button small busy={saying.isPending} onClick={() => begin(quick)}>
          {words(quick)}
          <span className="vh">: {requirement.title}</span>
        </Button>
      )}
      {rest.length > 0 && (
        <ActionMenu
          label={`More for ${requirement.title}`}
          acts={rest.map((one) => ({ id: one, words: words(one), onAct: () => begin(one) }))}
        />
      )}
      {asking === null && <Problem error={saying.error} />}
      {asking !== null && (
        <FromWhom
          item={item}
          act={words(asking)}
          saying={saying}
          onClose={() => setAsking(null)}
          onSay={(fromWhom) => say(asking, fromWhom)}
        />
      )}
    </>
  );
}

type FromWhomProps = {
  item: PlanItem;
  act: string;
  saying: { isPending: boolean; error: AskError | null };
  onClose: () => void;
  onSay: (fromWhom: string) => void;
};

function FromWhom({ item: { requirement, state }, act, saying, onClose, onSay }: FromWhomProps) {
  return (
    <Dialog title={requirement.title} isOpen onClose={onClose}>
      <Form act={act} busy={saying.isPending} error={saying.error} onSubmit={({ fromWhom = "" }) => onSay(fromWhom)}>
        <TextField
          label="From whom"
          name="fromWhom"
          hint="Who writes the letter. Ask a mentor only if you want to: a letter judges, and mentoring does not."
          defaultValue={state.fromWhom}
          error={faultOf(saying.error, "fromWhom")}
        />
      </Form>
    </Dialog>
  );
}
