// Conflicts that the reader declared: no reason is asked for, none is kept, and nobody else sees them.
import { useState } from "react";
import { useWrite, useWriteEach } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { saySpan } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { declareConflict, withdrawConflict } from "../act-contract.ts";
import { conflictAudience } from "../audience.ts";
import { type Chosen, PersonFinder } from "../../web/ui/person-finder.tsx";

type Conflict = { dutyId: string; name: string; from: string; to: string | null };

export function Conflicts({ conflicts }: { conflicts: Conflict[] }) {
  const [isDeclaring, setDeclaring] = useState(false);
  const withdrawing = useWriteEach(withdrawConflict);
  return (
    <Section
      title="Somebody you should not be paired with"
      note={<SeenChip of="these conflicts" audience={conflictAudience} />}
    >
      <Card className="section">
        <p>
          Family, a former supervisor, your own physician, or any reason at all. You name the person; nobody asks why,
          and to everyone else the two of you are just not available to each other.
        </p>
        <Problem error={withdrawing.error} />
        <ul role="list">
          {conflicts.map(({ dutyId, name, ...span }) => (
            <li key={dutyId} className="row spread">
              <span>
                <b>{name}</b> <span className="muted">{saySpan(span, true)}</span>
              </span>
              <Button small onClick={() => withdrawing.mutate({ params: { id: dutyId } })}>
                Take it back<span className="vh"> for {name}</span>
              </Button>
            </li>
          ))}
        </ul>
        <div className="row">
          <Button icon="plus" onClick={() => setDeclaring(true)}>
            Name somebody
          </Button>
        </div>
      </Card>
      {isDeclaring && <Declaring onClose={() => setDeclaring(false)} />}
    </Section>
  );
}

function Declaring({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const declaring = useWrite(declareConflict);
  const declare = ({ personId, name }: Chosen) =>
    declaring.mutate(
      { personId },
      { onSuccess: () => (toast(`You and ${name} are kept apart from today on.`), onClose()) },
    );
  const actions = (
    <>
      <Button kind="quiet" onClick={onClose}>
        Not now
      </Button>
      <Button
        kind="primary"
        disabled={chosen === null}
        busy={declaring.isPending}
        onClick={() => chosen && declare(chosen)}
      >
        Keep us apart
      </Button>
    </>
  );
  return (
    <Dialog title="Name somebody you should not be paired with" isOpen onClose={onClose} actions={actions}>
      <Problem error={declaring.error} fields={{ personId: "Person" }} />
      <PersonFinder label="Person" chosen={chosen} onChosen={setChosen} />
      <p className="small muted">
        If one of you guides or assesses the other today, your program office is asked to part you, without being told
        why.
      </p>
    </Dialog>
  );
}
