// One request of the reader's own: with whom it is, taking it back, and the answer to a handover.
import { useRef, useState } from "react";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { Confirm } from "../../web/ui/dialog.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Notice, StatusLine } from "../../web/ui/notice.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { requestAudience } from "../audience.ts";
import { answerHandover, closeRequest, listReaders } from "../contract.ts";
import { destinationOf, type Handover, readerFor, type Request } from "../request.ts";
import { personOf } from "../saying.ts";
import { Replies } from "./write-back.tsx";

export function OwnRequest({ request }: { request: Request }) {
  const { timeZone } = useMe().school;
  const { program, words, sentAt, state, handover } = request;
  const box = useRef<HTMLParagraphElement>(null);
  // The proposal goes with its buttons once it is answered: the reader goes on at the request.
  const stay = () => box.current?.focus();
  return (
    <>
      <p>
        <Plate lane={program} />
      </p>
      <p className="request-words" ref={box} tabIndex={-1}>
        {words}
      </p>
      <p className="small muted">
        Sent {sayInstant(sentAt, timeZone)}. {withWhom(request)}
      </p>
      <p>
        <SeenChip of="this request" audience={requestAudience(request)} />
      </p>
      <Replies request={request} />
      {state === "open" && handover?.agreed === null && <Proposed {...{ request, handover }} onAnswered={stay} />}
      {state === "open" ? (
        <div className="row request-end">
          {!request.isRead && <ButtonLink href="/ask">Send it anew</ButtonLink>}
          <TakeBack request={request} />
        </div>
      ) : (
        <StatusLine kind="done">{state === "done" ? "Done" : "Taken back"}</StatusLine>
      )}
    </>
  );
}

function withWhom({ reader, isRead, state }: Request): string {
  if (state === "taken back") return "You took it back; nobody else reads it.";
  if (reader === null) return "It is with the program's coordinators.";
  return isRead
    ? `It is with ${reader.name}.`
    : `It was with ${reader.name}; since you no longer work together, nobody reads it now.`;
}

function TakeBack({ request }: { request: Request }) {
  const [isAsking, setAsking] = useState(false);
  const closing = useWrite(closeRequest, { params: { id: request.requestId } });
  // Not by `onSuccess` of the call: this line leaves the list, and that with it.
  const act = () =>
    closing.mutateAsync(undefined).then(
      () => toast("Taken back."),
      () => undefined,
    );
  return (
    <>
      <Button small onClick={() => setAsking(true)}>
        Take it back
      </Button>
      <Confirm
        title="Take this request back?"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        act="Take it back"
        onAct={() => void act()}
        busy={closing.isPending}
        error={closing.error}
      >
        <p>Nobody but you reads it from then on. What they have read already, they have read.</p>
      </Confirm>
    </>
  );
}

type ProposedProps = { request: Request; handover: Handover; onAnswered: () => void };

/** Nothing moves without this yes. */
function Proposed({ request, handover, onAnswered }: ProposedProps) {
  const { data: readers, refetch: readAgain } = useRead(listReaders);
  const answering = useWrite(answerHandover, { params: { id: request.requestId } });
  if (!readers) return null;
  const reader = readerFor(readers.items, handover)?.reader ?? null;
  const role = personOf[destinationOf(handover)].replace(/^(Your|An) /, "");
  const whom = reader === null ? `the coordinators, as you have no ${role} yet` : `your ${role}, ${reader.name}`;
  const now = request.reader?.name ?? "The coordinators";
  const answer = (agreed: boolean) =>
    answering.mutateAsync({ agreed, readerId: reader?.personId ?? null }).then(
      () => {
        toast(agreed ? `It is with ${reader?.name ?? "the coordinators"} now.` : "It stays where it is.");
        onAnswered();
      },
      () => void readAgain(),
    );
  return (
    <Notice title={`${now} would hand this to ${whom}.`} icon="swap">
      <div className="spaced">
        <Problem error={answering.error} />
        <p>“{handover.reason}”</p>
        <p>
          If you agree, {reader?.name ?? "the coordinators"} can read your words, and{" "}
          {now === "The coordinators" ? "those who have it now" : now} no longer. The reason above goes no further.
        </p>
        <div className="row">
          <Button small kind="primary" busy={answering.isPending} onClick={() => void answer(true)}>
            Agree
          </Button>
          <Button small busy={answering.isPending} onClick={() => void answer(false)}>
            Leave it where it is
          </Button>
        </div>
      </div>
    </Notice>
  );
}
