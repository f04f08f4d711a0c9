// One request, opened: for its learner, or for whoever has it, with what they can do.
import { useState } from "react";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { Confirm } from "../../web/ui/dialog.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { usePlace } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Notice, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { heldAudience } from "../audience.ts";
import { closeRequest, getRequest } from "../contract.ts";
import type { Request } from "../request.ts";
import { HandOver } from "./hand-over.tsx";
import { OwnRequest } from "./own-request.tsx";
import { Replies, WriteBack } from "./write-back.tsx";

export function RequestScreen({ requestId }: { requestId: string }) {
  const { personId, school } = useMe();
  const { data: request, error } = useRead(getRequest, { params: { id: requestId } });
  if (!request) return <Waiting error={error} rows={3} />;
  if (request.learner.personId === personId)
    return (
      <Page title="What you asked for">
        <Card className="request">
          <OwnRequest request={request} />
        </Card>
      </Page>
    );
  return (
    <Page title={`${request.learner.name} asks`} lede={`Sent ${sayInstant(request.sentAt, school.timeZone)}.`}>
      <Held request={request} />
    </Page>
  );
}

function Held({ request }: { request: Request }) {
  const { learner, program, counsels, words, state, reader } = request;
  return (
    <>
      <Card className="request">
        <p>
          <Plate lane={program} />
        </p>
        {counsels && <p className="small muted">About academic difficulty.</p>}
        <p className="request-words">{words}</p>
        <p>
          <SeenChip of="this request" audience={heldAudience(learner.name, reader === null)} />
        </p>
        <Replies request={request} />
      </Card>
      {state === "open" ? <Acts request={request} /> : <StatusLine kind="done">Done</StatusLine>}
    </>
  );
}

function Acts({ request }: { request: Request }) {
  const [isOpen, setOpen] = useState<"done" | "write" | "hand over" | null>(null);
  const { go } = usePlace();
  const closing = useWrite(closeRequest, { params: { id: request.requestId } });
  const { learner, handover, reader, replies } = request;
  const close = () => setOpen(null);
  // Not by `onSuccess` of the call: with the request done this part of the page goes, and that with it.
  const done = () =>
    closing.mutateAsync(undefined).then(
      () => {
        toast(`Done. ${learner.name} sees that it is.`);
        go("/");
      },
      () => undefined,
    );
  return (
    <>
      <Proposed request={request} />
      <div className="row">
        <Button kind="primary" icon="check" onClick={() => setOpen("done")}>
          Done
        </Button>
        {reader !== null && replies.length === 0 && (
          <Button icon="pen" onClick={() => setOpen("write")}>
            Write back
          </Button>
        )}
        {handover === null && (
          <Button icon="swap" onClick={() => setOpen("hand over")}>
            Propose to hand it over
          </Button>
        )}
      </div>
      <Confirm
        title="Is this done?"
        isOpen={isOpen === "done"}
        onClose={close}
        act="It is done"
        onAct={() => void done()}
        busy={closing.isPending}
        error={closing.error}
      >
        <p>It leaves your list, and {learner.name} sees that you say so.</p>
      </Confirm>
      {isOpen === "write" && <WriteBack request={request} onClose={close} />}
      {isOpen === "hand over" && <HandOver request={request} onClose={close} />}
    </>
  );
}

function Proposed({ request: { learner, handover } }: { request: Request }) {
  if (handover === null) return null;
  const waits = `${learner.name} has not answered your proposal to hand it over yet.`;
  return (
    <Notice title={handover.agreed === null ? waits : `${learner.name} prefers that it stays with you.`} icon="swap">
      “{handover.reason}”
    </Notice>
  );
}
