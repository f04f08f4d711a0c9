// On both homes: what of one's meetings waits or comes next. Nothing where nobody guides or is guided.
import { otherOf } from "../../agreements/relationship.ts";
import { useRead, useWriteEach } from "../../web/ask.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { meetingAudience } from "../audience.ts";
import { confirmMeeting, listMeetings } from "../contract.ts";
import { actsFor, isAhead, isUnlogged, type Meeting } from "../meeting.ts";
import type { PairMeetings } from "../pair.ts";
import { sayCadence, sayMeeting } from "../saying.ts";
import { useNow } from "./now.ts";
import { When } from "./when.tsx";

/** Only the relationships in which the reader stands on this side. */
export function NextMeetings({ as }: { as: "learner" | "educator" }) {
  const { personId } = useMe();
  const { data } = useRead(listMeetings);
  const now = useNow();
  const pairs = data?.items.filter(({ relationship }) => relationship[as].personId === personId) ?? [];
  if (pairs.length === 0) return null;
  const rows = pairs
    .flatMap((pair) => rowsOf(pair, now).map((meeting) => ({ pair, meeting })))
    .toSorted((a, b) => rankOf(a).localeCompare(rankOf(b)));
  const silent = pairs.length - rows.length;
  return (
    <Section
      title="Meetings"
      note={<Link href="/meetings">{silent > 0 ? `All, and ${silent} more in time` : "All meetings"}</Link>}
    >
      {rows.length === 0 ? (
        <p className="muted">Nothing waits, and nothing is planned.</p>
      ) : (
        <Card flush>
          <ul role="list" className="divided">
            {rows.map(({ pair, meeting }) => (
              <li key={meeting?.meetingId ?? pair.relationship.relationshipId} className="request">
                <Row pair={pair} meeting={meeting} now={now} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}

/** What lies ahead or waits; null stands for a pair with nothing planned that is due. */
function rowsOf({ cadence, meetings }: PairMeetings, now: string): (Meeting | null)[] {
  const open = meetings.filter((meeting) => isUnlogged(meeting, now) || isAhead(meeting, now));
  if (open.length > 0) return open;
  return cadence?.state === "due" || cadence?.state === "silent" ? [null] : [];
}

/** The soonest first; what has no time yet by the day on which it is due. */
function rankOf({ pair, meeting }: { pair: PairMeetings; meeting: Meeting | null }): string {
  return meeting?.startsAt ?? pair.cadence?.dueBy ?? "";
}

function Row({ pair, meeting, now }: { pair: PairMeetings; meeting: Meeting | null; now: string }) {
  const { personId, school } = useMe();
  const { relationship, confidentiality, cadence } = pair;
  const { name } = otherOf(relationship, personId);
  const said = meeting
    ? sayMeeting(meeting, personId, now)
    : cadence && sayCadence(cadence, (day) => sayDay(day, school.today));
  return (
    <>
      <p>
        <Plate lane={relationship.program} />
      </p>
      <h3>
        <Link href={`/meetings/${relationship.relationshipId}`}>{name}</Link>
      </h3>
      {meeting && (
        <p>
          <When meeting={meeting} />
          {meeting.isGroup && <span className="muted">, with others</span>}
        </p>
      )}
      {said && <StatusLine kind={said.kind}>{said.words}</StatusLine>}
      <p>
        <SeenChip of={`your meetings with ${name}`} audience={meetingAudience(name, confidentiality)} />
      </p>
      <div className="row request-end">
        <Act meeting={meeting} name={name} href={`/meetings/${relationship.relationshipId}`} now={now} />
      </div>
    </>
  );
}

function Act({ meeting, name, href, now }: { meeting: Meeting | null; name: string; href: string; now: string }) {
  const { personId } = useMe();
  const confirming = useWriteEach(confirmMeeting);
  if (meeting === null)
    return (
      <ButtonLink small kind="primary" href={href}>
        Propose a time<span className="vh"> to {name}</span>
      </ButtonLink>
    );
  if (!actsFor(meeting, personId, now).includes("confirm"))
    return (
      <ButtonLink small href={href}>
        {isUnlogged(meeting, now) ? "Say how it was" : "Open"}
        <span className="vh"> with {name}</span>
      </ButtonLink>
    );
  const { meetingId, acts } = meeting;
  const confirm = () =>
    confirming.mutate(
      { params: { id: meetingId }, body: { acts } },
      { onSuccess: () => toast(`Confirmed. ${name} sees it.`) },
    );
  return (
    <>
      <Problem error={confirming.error} />
      <Button small kind="primary" icon="check" busy={confirming.isPending} onClick={confirm}>
        Confirm<span className="vh"> the meeting with {name}</span>
      </Button>
      <ButtonLink small href={href}>
        Another time<span className="vh"> for {name}</span>
      </ButtonLink>
    </>
  );
}
