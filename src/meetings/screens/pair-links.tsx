// From the meetings of two people to what they work on: their ground rules, and in coaching the learner's goals.
import type { Relationship } from "../../agreements/relationship.ts";
import { goalProgram } from "../../programs/program.ts";
import { ButtonLink } from "../../web/ui/button.tsx";

export function PairLinks({ relationship, isLearner }: { relationship: Relationship; isLearner: boolean }) {
  const { relationshipId, program, learner } = relationship;
  return (
    <div className="row">
      <ButtonLink small href={`/agreements/${relationshipId}`}>
        Ground rules
      </ButtonLink>
      {program === goalProgram && (
        <ButtonLink small href={isLearner ? "/goals" : `/goals/of/${learner.personId}`} icon="target">
          Goals and session guides
        </ButtonLink>
      )}
    </div>
  );
}
