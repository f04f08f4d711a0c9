// On an educator's home and a coordinator's desk: the requests that are with them. Nothing where there are none.
import { useReadPages } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { heldAudience } from "../audience.ts";
import { listHeldRequests } from "../contract.ts";
import type { HeldRequest } from "../request.ts";

export function HeldRequests() {
  const { items, ...pages } = useReadPages(listHeldRequests, { query: { limit: 20 } });
  if (items === undefined || items.length === 0) return null;
  return (
    <Section title="Requests" note="The oldest first.">
      <Card flush>
        <ul role="list" className="divided">
          {items.map((request) => (
            <li key={request.requestId} className="request">
              <Held request={request} which={whichOf(request, items)} />
            </li>
          ))}
        </ul>
        <ShowMore {...pages} inCard />
      </Card>
    </Section>
  );
}

/** Several of one learner are told apart by their number, since their words are read on purpose only. */
function whichOf({ requestId, learner }: HeldRequest, items: HeldRequest[]): string {
  const own = items.filter((one) => one.learner.personId === learner.personId);
  const at = own.findIndex((one) => one.requestId === requestId);
  return own.length === 1 ? "" : `, request ${at + 1} of ${own.length}`;
}

function Held({ request, which }: { request: HeldRequest; which: string }) {
  const { school } = useMe();
  const { requestId, learner, program, counsels, sentAt, handover, reader } = request;
  return (
    <>
      <p>
        <Plate lane={program} />
      </p>
      <h3>
        {learner.name} asks{counsels ? " about academic difficulty" : ""}
        {which}
      </h3>
      <p className="small muted">
        Sent {sayInstant(sentAt, school.timeZone)}. When you open it, {learner.name} can read that you did.
      </p>
      {handover !== null && (
        <StatusLine kind={handover.agreed === null ? "wait" : "plain"}>
          {handover.agreed === null
            ? `Waits for ${learner.name} to agree to a handover`
            : `${learner.name} prefers that it stays with you`}
        </StatusLine>
      )}
      <p>
        <SeenChip of="this request" audience={heldAudience(learner.name, reader === null)} />
      </p>
      <div className="row request-end">
        <ButtonLink small href={`/requests/${requestId}`}>
          Open
          <span className="vh">
            {" "}
            what {learner.name} asks{which}
          </span>
        </ButtonLink>
      </div>
    </>
  );
}
