// One relationship as an office sees it: that it is there and how it stands.
import { roleOf } from "../../programs/program.ts";
import { sayDay } from "../../web/ui/dates.ts";
import { Facts } from "../../web/ui/figures.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Notice, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { relationshipsAudience } from "../audience.ts";
import type { Relationship } from "../relationship.ts";
import { sayState } from "../saying.ts";

/** Says too that an office sees no more than this. */
export function ForOffice({ relationship }: { relationship: Relationship }) {
  const { school, personId } = useMe();
  const { program, learner, educator, since, startedOn, renewOn } = relationship;
  const say = (day: string) => sayDay(day, school.today);
  const said = sayState(relationship, personId, say);
  return (
    <Page title={`${learner.name} and ${educator.name}`} lede={<Plate lane={program} />}>
      <Card>
        <Facts
          facts={[
            [
              "Learner",
              <Link key="learner" href={`/people/${learner.personId}`}>
                {learner.name}
              </Link>,
            ],
            [
              `Their ${roleOf[program]}`,
              <Link key="educator" href={`/people/${educator.personId}`}>
                {educator.name}
              </Link>,
            ],
            [
              "State",
              <StatusLine key="state" kind={said.kind}>
                {said.words}
              </StatusLine>,
            ],
            startedOn === null ? null : ["Together since", say(since)],
            ["Signed by both", startedOn === null ? null : say(startedOn)],
            ["Renewed by", renewOn === null ? null : say(renewOn)],
          ]}
        />
      </Card>
      <p>
        <SeenChip of="this relationship" audience={relationshipsAudience} />
      </p>
      <Notice title="The ground rules are the two’s own." icon="eye-off">
        You see whether they are signed. Nobody but the two reads a line of them, and nobody is told who ends a
        relationship.
      </Notice>
    </Page>
  );
}
