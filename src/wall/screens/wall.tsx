// The wall's page for the offices: may these two, what collides ahead, incidents and exceptions.
import { useMe } from "../../web/ui/me.ts";
import { Page } from "../../web/ui/page.tsx";
import { Ahead } from "./ahead.tsx";
import { Exceptions } from "./exceptions.tsx";
import { Incidents } from "./incidents.tsx";
import { PairQuestion } from "./pair-question.tsx";

export function WallScreen() {
  const { today } = useMe().school;
  return (
    <Page title="The wall" lede="Who guides a learner does not judge them, and one person stands in one role." wide>
      <PairQuestion today={today} />
      <Ahead today={today} />
      <Incidents today={today} />
      <Exceptions today={today} />
    </Page>
  );
}
