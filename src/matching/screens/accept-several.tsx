// Saying yes to several proposals at once: whom to, before; and what came of each, after.
import { useState } from "react";
import { plural } from "../../core/plural.ts";
import { useWriteEach } from "../../web/ask.ts";
import { type Outcome, useInTurn } from "../../web/in-turn.ts";
import { Button } from "../../web/ui/button.tsx";
import { Tick } from "../../web/ui/choice.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { answerProposal, listProposals } from "../contract.ts";
import type { OwnProposal } from "../proposal.ts";

const keyOf = ({ runId, learnerId }: OwnProposal) => `${runId} ${learnerId}`;

/** `proposals` are those that wait when the dialog opens: answered ones stay in sight until it is closed. */
export function AcceptSeveral({ proposals, onClose }: { proposals: OwnProposal[]; onClose: () => void }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const answering = useWriteEach(answerProposal, { invalidate: [listProposals] });
  const { outcomes, state, start } = useInTurn(keyOf, ({ runId, learnerId }: OwnProposal) =>
    answering.mutateAsync({ params: { runId, learnerId }, body: { answer: "accept" } }),
  );
  const chosen = proposals.filter((proposal) => !left.has(keyOf(proposal)));
  const toggle = (key: string, isOn: boolean) =>
    setLeft((before) => new Set(isOn ? [...before].filter((one) => one !== key) : [...before, key]));
  const actions =
    state === "done" ? (
      <Button kind="primary" onClick={onClose}>
        Back to the proposals
      </Button>
    ) : (
      <>
        <Button kind="quiet" onClick={onClose}>
          Not now
        </Button>
        {chosen.length > 0 && (
          <Button kind="primary" icon="check" busy={state === "running"} onClick={() => void start(chosen)}>
            Say yes to {chosen.length}
          </Button>
        )}
      </>
    );
  return (
    <Dialog
      title={`Say yes to several of ${plural(proposals.length, "proposal")}`}
      isOpen
      onClose={onClose}
      actions={actions}
    >
      <p>Leave out whom you want to look at first. With their yes and yours, you write your ground rules together.</p>
      <ul role="list" className="divided">
        {proposals.map((proposal) => (
          <Row
            key={keyOf(proposal)}
            proposal={proposal}
            isChosen={!left.has(keyOf(proposal))}
            onChosen={state === "asked" ? (isOn) => toggle(keyOf(proposal), isOn) : null}
            outcome={outcomes.get(keyOf(proposal))}
          />
        ))}
      </ul>
    </Dialog>
  );
}

type RowProps = {
  proposal: OwnProposal;
  isChosen: boolean;
  /** Null once the answers are on their way. */
  onChosen: ((isOn: boolean) => void) | null;
  outcome: Outcome<unknown> | undefined;
};

function Row({ proposal: { other, program }, isChosen, onChosen, outcome }: RowProps) {
  const name = `${other.name}, ${laneOf(program).word}: ${other.about}`;
  return (
    <li className="row spread">
      {onChosen === null ? (
        <span>{name}</span>
      ) : (
        <Tick checked={isChosen} onValue={onChosen}>
          {name}
        </Tick>
      )}
      {onChosen === null && isChosen && <Came outcome={outcome} />}
    </li>
  );
}

function Came({ outcome }: { outcome: Outcome<unknown> | undefined }) {
  if (outcome === undefined) return <StatusLine kind="wait">Waits for its turn</StatusLine>;
  if ("because" in outcome) return <StatusLine kind="stop">{outcome.because}</StatusLine>;
  return <StatusLine kind="done">You said yes</StatusLine>;
}
