// The learner's phases, newest first, with the present one marked.
import type { z } from "zod";
import type { Audience } from "../../people/audience.ts";
import { sayDay } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { LearnerHome, Standing } from "../learner-home.ts";

type StandingRow = z.infer<typeof Standing>;

export function WhereYouAre({ home }: { home: LearnerHome }) {
  const { school } = useMe();
  const now = home.standings.find(({ from }) => from <= home.today);
  const columns: Column<StandingRow>[] = [
    {
      name: "Phase",
      isName: true,
      cell: (row) => (
        <span className="row">
          {row.phase} {row === now && <StatusLine icon="pin">You are here</StatusLine>}
        </span>
      ),
    },
    { name: "Status", cell: ({ status }) => statusWords[status] ?? status },
    { name: "From", cell: ({ from }) => sayDay(from, school.today) },
  ];
  const note = `Class of ${home.classYear}${home.campus === "" ? "" : `, ${home.campus}`}`;
  return (
    <Section title="Where you are" note={note}>
      {home.standings.length === 0 ? (
        <p className="muted">Your registrar has not entered a phase for you yet.</p>
      ) : (
        <Card flush>
          <Table
            caption="Your phases, newest first"
            columns={columns}
            rows={home.standings}
            keyOf={({ from }) => from}
          />
        </Card>
      )}
      <p>
        <SeenChip of="your phase" audience={standingAudience} />
      </p>
    </Section>
  );
}

const statusWords: Record<string, string> = {
  active: "Active",
  leave: "On leave",
  graduated: "Graduated",
  withdrawn: "Withdrawn",
};

const standingAudience: Audience = {
  words: "You, your people and the offices",
  can: [
    { who: "You" },
    { who: "Your own advisor, coach and mentor" },
    { who: "Offices that keep the roster or run a program" },
  ],
  cannot: [
    { who: "Other learners and educators" },
    { who: "System administrators", why: "They run the servers, not your records" },
  ],
  rule: "Class, campus, phase and leave are seen by you, by those who guide you, and by the offices that need them.",
};
