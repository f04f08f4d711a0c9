// Proposing that another role gets a request: with a reason that the learner reads, and nobody else.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField, TextArea } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { reasonAudience } from "../audience.ts";
import { proposeHandover } from "../contract.ts";
import { type Destination, destinations } from "../destination.ts";
import { destinationOf, goalOf, type Request } from "../request.ts";
import { forWhat, personOf } from "../saying.ts";

export function HandOver({ request, onClose }: { request: Request; onClose: () => void }) {
  const others = destinations.filter((one) => one !== destinationOf(request) && goalOf(one) !== null);
  const [to, setTo] = useState<Destination | undefined>(others[0]);
  const { propose, proposing } = useProposing(request, to, onClose);
  return (
    <Dialog title="Propose to hand it over" isOpen onClose={onClose}>
      <Form
        act="Ask the learner"
        busy={proposing.isPending}
        error={proposing.error}
        fields={{ reason: "Why" }}
        onSubmit={propose}
      >
        <SelectField
          label="To whom"
          options={others.map((value) => ({
            value: value as string,
            word: personOf[value].replace(/^Your /, "Their "),
          }))}
          value={to ?? ""}
          onValue={(value) => setTo(others.find((one) => one === value))}
        />
        {to && <p className="small muted">For {forWhat[to]}.</p>}
        <TextArea
          label="Why"
          name="reason"
          maxLength={1000}
          error={faultOf(proposing.error, "reason")}
          hint={`${request.learner.name} reads this, and decides. You can propose it once.`}
        />
        <p>
          <SeenChip of="the reason" audience={reasonAudience(request.learner.name)} />
        </p>
      </Form>
    </Dialog>
  );
}

function useProposing(request: Request, to: Destination | undefined, onClose: () => void) {
  const proposing = useWrite(proposeHandover, { params: { id: request.requestId } });
  const told = () => {
    toast(`${request.learner.name} is asked. It stays with you until they agree.`);
    onClose();
  };
  const propose = ({ reason = "" }: Record<string, string>) => {
    const goal = to && goalOf(to);
    if (goal) proposing.mutate({ ...goal, reason }, { onSuccess: told });
  };
  return { propose, proposing };
}
