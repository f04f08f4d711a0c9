// The ground rules on their sheet: read, or being changed.
import { Button } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import type { Agreement } from "../agreement.ts";
import { agreementAudience } from "../audience.ts";
import { RulesEdit } from "./rules-edit.tsx";
import { RulesView } from "./rules-view.tsx";

type RulesProps = { agreement: Agreement; other: string; isEditing: boolean; setEditing: (isEditing: boolean) => void };

export function Rules({ agreement, other, isEditing, setEditing }: RulesProps) {
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
