// One person: what they are here, whom they guide or who guides them, and where they stand, as far as the reader may know.
import { WishesSection } from "../../matching/screens/wishes.tsx";
import { getPerson } from "../../people/person-contract.ts";
import { type Person, standingOn } from "../../people/person.ts";
import { sayAway, sayWhat } from "../../people/saying.ts";
import { EducatorRecord } from "../../people/screens/educator-record.tsx";
import { LearnerRecord } from "../../people/screens/learner-record.tsx";
import { PersonHead } from "../../people/screens/person-head.tsx";
import { useRead } from "../../web/ask.ts";
import { sayDay } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Page } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { PersonPlaces } from "./person-places.tsx";
import { PersonRelationships } from "./person-relationships.tsx";
import { PersonStands } from "./person-stands.tsx";

export function PersonScreen({ personId }: { personId: string }) {
  const { data: person, error } = useRead(getPerson, { params: { id: personId } });
  const { may, school } = useMe();
  if (!person) return <Waiting error={error} rows={6} />;
  const listed = listedOf(person, school.today);
  const away = sayAway(listed, (day) => sayDay(day, school.today));
  return (
    <Page title={`${person.givenName} ${person.familyName}`} lede={sayWhat(listed)}>
      <PersonHead person={person} away={away} />
      {person.learner && <LearnerRecord person={person} learner={person.learner} />}
      {person.learner && <WishesSection learnerId={personId} givenName={person.givenName} />}
      {person.educator && <EducatorRecord person={person} educator={person.educator} />}
      {person.educator?.places && <PersonPlaces person={person} places={person.educator.places} />}
      {(person.learner !== null || person.educator !== null) && <PersonRelationships person={person} />}
      {may.includes("see wall") && <PersonStands person={person} />}
      {person.sourceIds !== null && person.sourceIds.length > 0 && (
        <p className="small muted">In other systems: {person.sourceIds.join(", ")}</p>
      )}
    </Page>
  );
}

function listedOf({ learner, educator, ...person }: Person, today: string) {
  const now = learner === null ? null : standingOn(learner.standings, today);
  const pausedUntil = educator?.terms?.pausedUntil ?? null;
  return {
    ...person,
    learner: learner && { ...learner, phase: now?.phase ?? "", status: now?.status ?? ("active" as const) },
    educator: educator && {
      ...educator,
      pausedUntil: pausedUntil !== null && pausedUntil > today ? pausedUntil : null,
    },
  };
}
