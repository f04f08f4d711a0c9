// What was, the latest first; each can be put right, and an educator marks for themselves what a talk turned into.
import { useState } from "react";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { actsFor, type Meeting, modeWords } from "../meeting.ts";
import { sayMeeting } from "../saying.ts";
import { LogForm, TalkMark } from "./log-form.tsx";
import { useNow } from "./now.ts";
import { ownZone, saySpanIn, When } from "./when.tsx";

export function PastMeetings({ meetings }: { meetings: readonly Meeting[] }) {
  const { personId, school } = useMe();
  const [open, setOpen] = useState<string | null>(null);
  const now = useNow();
  if (meetings.length === 0) return null;
  const chosen = meetings.find(({ meetingId }) => meetingId === open);
  const columns: Column<Meeting>[] = [
    { name: "When", isName: true, cell: (meeting) => <When meeting={meeting} /> },
    {
      name: "How it was",
      cell: (meeting) => {
        const said = sayMeeting(meeting, personId, now);
        return <StatusLine kind={said.kind}>{said.words}</StatusLine>;
      },
    },
    // What was planned says nothing of a meeting that did not come about.
    { name: "How you met", cell: ({ state, mode }) => (state === "held" ? modeWords[mode] : "") },
    { name: "Next step", cell: ({ nextStep }) => nextStep ?? "" },
    {
      name: "Change",
      hideName: true,
      end: true,
      cell: (meeting) =>
        actsFor(meeting, personId, now).includes("log") && (
          <Button small onClick={() => setOpen(meeting.meetingId)}>
            {meeting.educator.personId === personId ? "Change or mark" : "Change"}
            <span className="vh">: {saySpanIn(meeting, ownZone(school))}</span>
          </Button>
        ),
    },
  ];
  return (
    <Section title="What was">
      <Card flush>
        <Table
          caption="Past meetings, the latest first"
          columns={columns}
          rows={meetings}
          keyOf={({ meetingId }) => meetingId}
        />
      </Card>
      <Dialog title="How was it?" isOpen={chosen !== undefined} onClose={() => setOpen(null)}>
        {chosen && <LogForm meeting={chosen} onDone={() => setOpen(null)} />}
        {chosen?.state === "held" && chosen.educator.personId === personId && <TalkMark meeting={chosen} />}
      </Dialog>
    </Section>
  );
}
