// The wall's page: for the offices that see it, what collides and may these two; for everybody, where they stand themselves.
import { useMe } from "../../web/ui/me.ts";
import { Page } from "../../web/ui/page.tsx";
import { WhySection } from "../../web/ui/why.tsx";
import { Ahead } from "./ahead.tsx";
import { Duties } from "./duties.tsx";
import { Exceptions } from "./exceptions.tsx";
import { Incidents } from "./incidents.tsx";
import { OwnWall } from "./own-wall.tsx";
import { OwnDuties } from "./own-duties.tsx";
import { PairQuestion } from "./pair-question.tsx";
import { WhoStands } from "./who-stands.tsx";

export function WallScreen() {
  const { may, isLearner, isEducator, school } = useMe();
  const { today } = school;
  const seesWall = may.includes("see wall");
  return (
    <Page title="The wall" lede="Who guides a learner does not judge them, and one person stands in one role." wide>
      {seesWall && (
        <>
          <PairQuestion today={today} />
          <Ahead today={today} />
          <Incidents today={today} />
          <Exceptions today={today} />
          <WhoStands today={today} />
        </>
      )}
      {may.includes("edit people") && <Duties today={today} />}
      {(isLearner || isEducator || !seesWall) && <OwnWall />}
      {isEducator && <OwnDuties />}
      <WhySection title="Why there is a wall" at="pitfalls/wall" />
    </Page>
  );
}
