// A learner's front page: the three people, the wall, what to do next, and where they are.
import type { ReactNode } from "react";
import { WishesSection } from "../../matching/screens/wishes.tsx";
import { AskSection, OpenRequests } from "../../requests/screens/own-requests.tsx";
import { useRead } from "../../web/ask.ts";
import { useMe } from "../../web/ui/me.ts";
import { Page, Section } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getLearnerHome } from "../contract.ts";
import type { LearnerHome } from "../learner-home.ts";
import { OwnWork } from "./own-work.tsx";
import { PersonCard } from "./person-card.tsx";
import { TodoList, waitsFor } from "./todo-list.tsx";
import { WallWords } from "./wall-words.tsx";
import { WhereYouAre } from "./where-you-are.tsx";

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
      <TodoList actions={home.actions} snoozed={home.snoozed} as="learner" />
      <OpenRequests />
      <OwnWork />
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
  return `${people} ${waitsFor(actions.length)}`;
}
