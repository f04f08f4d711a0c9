// The meetings of one relationship: what is next, the brief before it, proposing, and what was.
import { otherOf } from "../../agreements/relationship.ts";
import { useRead } from "../../web/ask.ts";
import { useMe } from "../../web/ui/me.ts";
import { Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { meetingAudience } from "../audience.ts";
import { listPairMeetings } from "../contract.ts";
import { isAhead, isUnlogged } from "../meeting.ts";
import { Brief, Lede } from "./brief.tsx";
import { MeetingCard } from "./meeting-card.tsx";
import { useNow } from "./now.ts";
import { PastMeetings } from "./past-meetings.tsx";
import { Propose } from "./propose.tsx";

export function PairScreen({ relationshipId }: { relationshipId: string }) {
  const { personId } = useMe();
  const now = useNow();
  const { data: pair, error } = useRead(listPairMeetings, { params: { id: relationshipId } });
  if (!pair) return <Waiting error={error} rows={5} />;
  const { relationship, confidentiality, meetings, phase } = pair;
  const { name } = otherOf(relationship, personId);
  const ahead = meetings.filter((meeting) => isAhead(meeting, now));
  const open = [...meetings.filter((meeting) => isUnlogged(meeting, now)), ...ahead].toReversed();
  const past = meetings.filter((meeting) => !open.includes(meeting));
  const isRunning = relationship.state === "in force" || relationship.state === "paused";
  return (
    <Page title={`Meetings with ${name}`} lede={<Lede pair={pair} />}>
      <p>
        <SeenChip of={`your meetings with ${name}`} audience={meetingAudience(name, confidentiality)} />
      </p>
      <div className="cols cols-main">
        <Section title="Next">
          {open.map((meeting) => (
            <MeetingCard key={meeting.meetingId} meeting={meeting} phase={phase} now={now} />
          ))}
          {isRunning ? (
            <Propose pair={pair} isOpen={ahead.length === 0} name={name} now={now} />
          ) : (
            open.length === 0 && <p className="muted">Nothing is planned.</p>
          )}
        </Section>
        <Brief pair={pair} />
      </div>
      <PastMeetings meetings={past} />
    </Page>
  );
}
