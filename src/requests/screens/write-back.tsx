// Writing back to a learner whose request is with one as their educator: once, and only the two read it.
import { faultOf, useWrite } from "../../web/ask.ts";
import { sayInstant } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { TextArea } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { replyAudience } from "../audience.ts";
import { writeReply } from "../contract.ts";
import type { Request } from "../request.ts";

export function WriteBack({ request, onClose }: { request: Request; onClose: () => void }) {
  const { requestId, learner } = request;
  const writing = useWrite(writeReply, { params: { id: requestId } });
  const send = ({ words = "" }: Record<string, string>) =>
    writing.mutate(
      { words },
      {
        onSuccess: () => {
          toast(`Sent to ${learner.name}. The request stays open until you say that it is done.`);
          onClose();
        },
      },
    );
  return (
    <Dialog title={`Write back to ${learner.name}`} isOpen onClose={onClose}>
      <Form
        act={`Send to ${learner.name}`}
        busy={writing.isPending}
        error={writing.error}
        fields={{ words: "What you write" }}
        onSubmit={send}
      >
        <TextArea
          label="What you write"
          name="words"
          maxLength={4000}
          error={faultOf(writing.error, "words")}
          hint="You can write back once, and it stays as you sent it. For more, meet."
        />
        <p>
          <SeenChip of="what you write" audience={replyAudience(learner.name)} />
        </p>
      </Form>
    </Dialog>
  );
}

/** What was written back, as each of the two reads it. */
export function Replies({ request: { replies, learner } }: { request: Request }) {
  const { personId, school } = useMe();
  return replies.map(({ from, words, at }) => {
    const isMine = from.personId === personId;
    return (
      <div key={`${from.personId} ${at}`} className="reply">
        <p className="small">
          <b>{isMine ? "You" : from.name} wrote back</b>{" "}
          <span className="muted">{sayInstant(at, school.timeZone)}</span>
        </p>
        <p className="request-words">{words}</p>
        <p>
          <SeenChip
            of={isMine ? "what you wrote back" : `what ${from.name} wrote back`}
            audience={replyAudience(isMine ? learner.name : from.name)}
          />
        </p>
      </div>
    );
  });
}
