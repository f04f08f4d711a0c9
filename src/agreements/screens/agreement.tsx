// One relationship: its ground rules for the two, and only how it stands for an office.
import { useState } from "react";
import { roleOf } from "../../programs/program.ts";
import { useRead } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { Facts } from "../../web/ui/figures.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Notice, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import type { Agreement } from "../agreement.ts";
import { agreementAudience, relationshipsAudience } from "../audience.ts";
import { getAgreement, getRelationship } from "../contract.ts";
import { isParty, otherOf, type Relationship } from "../relationship.ts";
import { sayEnding, sayState } from "../saying.ts";
import { Keeping, QuietEnd } from "./leaving.tsx";
import { RulesEdit } from "./rules-edit.tsx";
import { RulesView } from "./rules-view.tsx";
import { Signing } from "./signing.tsx";

export function AgreementScreen({ relationshipId }: { relationshipId: string }) {
  const { personId } = useMe();
  const { data: relationship, error } = useRead(getRelationship, { params: { id: relationshipId } });
  if (!relationship) return <Waiting error={error} />;
  if (!isParty(relationship, personId)) return <ForOffice relationship={relationship} />;
  return <ForTheTwo relationship={relationship} />;
}

function ForTheTwo({ relationship }: { relationship: Relationship }) {
  const me = useMe();
  const [isEditing, setEditing] = useState(false);
  const { data: agreement, error } = useRead(getAgreement, { params: { id: relationship.relationshipId } });
  const { name } = otherOf(relationship, me.personId);
  const say = (day: string) => sayDay(day, me.school.today);
  const said = sayState(relationship, me.personId, say);
  if (!agreement) return <Waiting error={error} rows={6} />;
  const isOver = relationship.state === "ended";
  return (
    <Page
      title={`You and ${name}`}
      lede={
        <span className="row">
          <Plate lane={relationship.program} />
          <StatusLine kind={said.kind}>{said.words}</StatusLine>
        </span>
      }
    >
      {isOver && <Notice title="This has ended.">{sayEnding(relationship, me.personId, say)}</Notice>}
      {agreement.isCharterNewer && !isOver && (
        <Notice title="The charter has changed since.">
          These lines started from version {agreement.charterVersion}. When you renew them, the fixed lines follow the
          newer one.
        </Notice>
      )}
      <div className="cols cols-main">
        <Rules agreement={agreement} other={name} isEditing={isEditing} setEditing={setEditing} />
        <div className="section">
          <Signing agreement={agreement} other={name} isEditing={isEditing} />
          {(relationship.state === "in force" || relationship.state === "paused") && (
            <Keeping relationship={relationship} />
          )}
          {!isOver && <QuietEnd relationship={relationship} />}
        </div>
      </div>
    </Page>
  );
}

type RulesProps = { agreement: Agreement; other: string; isEditing: boolean; setEditing: (isEditing: boolean) => void };

function Rules({ agreement, other, isEditing, setEditing }: RulesProps) {
  const { personId, school } = useMe();
  const { relationship, version, charterVersion, writtenBy, renewOn } = agreement;
  const source = writtenBy === null ? `From charter version ${charterVersion}` : `Version ${version}, by ${writtenBy}`;
  return (
    <Section title="Ground rules" note={source}>
      <Card className="rules-card">
        <p>
          <SeenChip of="these ground rules" audience={agreementAudience(relationship, personId)} />
        </p>
        {isEditing ? (
          <RulesEdit agreement={agreement} other={other} close={() => setEditing(false)} />
        ) : (
          <>
            <RulesView agreement={agreement} />
            <p className="small muted">To be renewed by {sayDay(renewOn, school.today)}.</p>
            {relationship.state !== "ended" && (
              <div className="row">
                <Button icon="pen" onClick={() => setEditing(true)}>
                  Change a line
                </Button>
                <span className="small muted">A changed wording is signed anew by both of you.</span>
              </div>
            )}
          </>
        )}
      </Card>
    </Section>
  );
}

/** An office sees that it is there and how it stands, and says that it sees no more. */
function ForOffice({ relationship }: { relationship: Relationship }) {
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
            ["Together since", say(since)],
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
