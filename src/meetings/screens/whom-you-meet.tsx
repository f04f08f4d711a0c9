// Everybody whom one meets: by when, what is planned, and when last.
import { otherOf } from "../../agreements/relationship.ts";
import { sayDay } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { isAhead } from "../meeting.ts";
import type { PairMeetings } from "../pair.ts";
import { sayCadence, sayMeeting } from "../saying.ts";
import { useNow } from "./now.ts";
import { When } from "./when.tsx";

export function WhomYouMeet({ pairs }: { pairs: readonly PairMeetings[] }) {
  return (
    <Table
      caption="Whom you meet"
      columns={columns}
      rows={pairs}
      keyOf={({ relationship }) => relationship.relationshipId}
    />
  );
}

const columns: Column<PairMeetings>[] = [
  { name: "Who", isName: true, cell: (pair) => <Who pair={pair} /> },
  { name: "Program", cell: ({ relationship }) => <Plate lane={relationship.program} /> },
  { name: "Next", cell: (pair) => <Next pair={pair} /> },
  { name: "Last", cell: (pair) => <Last pair={pair} /> },
];

function Who({ pair: { relationship } }: { pair: PairMeetings }) {
  const { personId } = useMe();
  return <Link href={`/meetings/${relationship.relationshipId}`}>{otherOf(relationship, personId).name}</Link>;
}

function Next({ pair }: { pair: PairMeetings }) {
  const { personId, school } = useMe();
  const now = useNow();
  const next = pair.meetings.findLast((meeting) => isAhead(meeting, now));
  const said = next
    ? sayMeeting(next, personId, now)
    : pair.cadence && sayCadence(pair.cadence, (day) => sayDay(day, school.today));
  return (
    <>
      {next && (
        <>
          <When meeting={next} />
          <br />
        </>
      )}
      {said && <StatusLine kind={said.kind}>{said.words}</StatusLine>}
    </>
  );
}

function Last({ pair }: { pair: PairMeetings }) {
  const last = pair.meetings.find(({ state }) => state === "held");
  return last ? <When meeting={last} /> : <span className="muted">Not yet</span>;
}
