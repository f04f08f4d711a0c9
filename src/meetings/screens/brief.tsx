// What the two have in mind before they meet: by when, the last steps, and what is due.
import { goalProgram } from "../../programs/program.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import type { PairMeetings } from "../pair.ts";
import { sayCadence } from "../saying.ts";

/** The program, and by when they meet next. */
export function Lede({ pair: { relationship, cadence } }: { pair: PairMeetings }) {
  const { school } = useMe();
  const said = cadence && sayCadence(cadence, (day) => sayDay(day, school.today));
  return (
    <span className="row">
      <Plate lane={relationship.program} />
      {said && <StatusLine kind={said.kind}>{said.words}</StatusLine>}
    </span>
  );
}

/** What to have in mind: the last steps, and what is due between the two. */
export function Brief({ pair: { relationship, meetings } }: { pair: PairMeetings }) {
  const { school, personId } = useMe();
  const isLearner = relationship.learner.personId === personId;
  const steps = meetings
    .flatMap(({ meetingId, nextStep }) => (nextStep === null ? [] : [{ meetingId, nextStep }]))
    .slice(0, 3);
  const { relationshipId, renewOn, isDue, awaits } = relationship;
  return (
    <Section title="Brief">
      <Card className="meeting">
        <h3>Last steps</h3>
        {steps.length === 0 ? (
          <p className="muted">None yet. What you agree on at the end of a meeting stands here before the next.</p>
        ) : (
          <ul>
            {steps.map(({ meetingId, nextStep }) => (
              <li key={meetingId}>{nextStep}</li>
            ))}
          </ul>
        )}
        {(isDue || awaits.length > 0) && (
          <>
            <h3>Due</h3>
            <p>
              {awaits.length > 0
                ? `The ground rules wait for ${awaits.map(({ name }) => name).join(" and ")}.`
                : `Renew the ground rules by ${sayDay(renewOn ?? "", school.today)}.`}
            </p>
          </>
        )}
        <div className="row">
          <ButtonLink small href={`/agreements/${relationshipId}`}>
            Ground rules
          </ButtonLink>
          {relationship.program === goalProgram && (
            <ButtonLink small href={isLearner ? "/goals" : `/goals/of/${relationship.learner.personId}`} icon="target">
              Goals and session guides
            </ButtonLink>
          )}
        </div>
      </Card>
    </Section>
  );
}
