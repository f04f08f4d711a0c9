// One relationship: its ground rules for the two, and only how it stands for an office.
import { useState } from "react";
import { useRead } from "../../web/ask.ts";
import { sayDay } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Notice, StatusLine } from "../../web/ui/notice.tsx";
import { Page } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getAgreement, getRelationship } from "../contract.ts";
import { isParty, otherOf, type Relationship } from "../relationship.ts";
import { sayEnding, sayState } from "../saying.ts";
import { ForOffice } from "./for-office.tsx";
import { Keeping, QuietEnd } from "./leaving.tsx";
import { Rules } from "./rules.tsx";
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
