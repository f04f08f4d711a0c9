// The three charters side by side: what each program is for, and whether you have read it.
import { useRead } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayShortDay } from "../../web/ui/dates.ts";
import { Facts } from "../../web/ui/figures.tsx";
import { LaneHead } from "../../web/ui/lane.tsx";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { charterAudience } from "../audience.ts";
import { type CharterNow, listCharters } from "../contract.ts";

export function ChartersScreen() {
  const { data, error } = useRead(listCharters);
  if (!data) return <Waiting error={error} />;
  return (
    <Page title="Charters" lede="What each program promises, what it leaves to the others, and who may know." wide>
      <Section title="The three programs" hideTitle>
        {data.map((charter) => (
          <CharterCard key={charter.program} charter={charter} />
        ))}
      </Section>
    </Page>
  );
}

function CharterCard({ charter: { program, inForce, newest, acknowledged, readers } }: { charter: CharterNow }) {
  const { body } = inForce;
  return (
    <Card flush className="charter">
      <LaneHead lane={program} end={`Version ${inForce.version}`} />
      <div className="plain-sheet">
        <p>{body.purpose}</p>
        <Facts
          facts={[
            ["Meets at least every", `${body.cadenceDays} days`],
            ["Learners for one educator", `at most ${body.learnersMost}`],
            ["Term", `${body.termMonths} months`],
            newest.version > inForce.version ? ["Next version", `from ${sayShortDay(newest.inForceFrom, true)}`] : null,
            readers === null
              ? null
              : ["Acknowledged by", `${readers.learners} learners, ${readers.educators} educators`],
          ]}
        />
        <div className="row">
          <ButtonLink href={`/charters/${program}`}>
            Read it<span className="vh">: the charter of {program}</span>
          </ButtonLink>
          <SeenChip of={`the charter of ${program}`} audience={charterAudience} />
          {acknowledged && <StatusLine kind="done">You acknowledged it</StatusLine>}
        </div>
      </div>
    </Card>
  );
}
