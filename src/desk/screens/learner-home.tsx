// A learner's front page: the three people, the wall, what to do next, and where they are.
import type { ReactNode } from "react";
import { WishesSection } from "../../matching/screens/wishes.tsx";
import { PlanSection } from "../../requirements/screens/plan-section.tsx";
import { AskSection } from "../../requests/screens/own-requests.tsx";
import { useRead } from "../../web/ask.ts";
import { sayDay } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import type { Audience } from "../../people/audience.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getLearnerHome } from "../contract.ts";
import type { LearnerHome } from "../learner-home.ts";
import { PersonCard } from "./person-card.tsx";
import { TodoList } from "./todo-list.tsx";
import { WallWords } from "./wall-words.tsx";

export function LearnerHomeScreen({ end }: { end?: ReactNode }) {
  const me = useMe();
  const { data: home, error } = useRead(getLearnerHome);
  if (!home) return <Waiting error={error} rows={6} />;
  return (
    <Page title={`Hello, ${me.givenName}`} lede={ledeOf(home)} {...(end === undefined ? {} : { end })}>
      <AskSection />
      <Section title="Your three people" note="One person, one lane.">
        <ul className="people" role="list">
          {home.lanes.map((lane) => (
            <PersonCard key={lane.program} lane={lane} />
          ))}
        </ul>
        <WallWords check={home.wall} />
      </Section>
      <TodoList actions={home.actions} as="learner" />
      <PlanSection />
      <WishesSection learnerId={me.personId} givenName={me.givenName} />
      <WhereYouAre home={home} />
    </Page>
  );
}

function ledeOf({ lanes, actions }: LearnerHome): string {
  // Who waits for signatures guides nobody yet.
  const count = lanes.filter(({ relationship }) => relationship !== null && relationship.state !== "awaiting").length;
  const people =
    count === 0
      ? "Nobody guides you yet."
      : count === 1
        ? "One person guides you."
        : `${count} people guide you, each in one lane.`;
  const waits =
    actions.length === 0
      ? "Nothing waits for you."
      : `${actions.length} ${actions.length === 1 ? "thing waits" : "things wait"} for you.`;
  return `${people} ${waits}`;
}

type StandingRow = LearnerHome["standings"][number];

function WhereYouAre({ home }: { home: LearnerHome }) {
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
