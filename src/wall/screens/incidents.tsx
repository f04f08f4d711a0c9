// Open incidents, each with what it is, the way out, and its closing.
import { useState } from "react";
import { useReadPages, useWriteEach } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayDistance, saySpan } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField } from "../../web/ui/field.tsx";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { closeIncident, listIncidents } from "../contract.ts";
import type { Incident, outcomes } from "../incident.ts";
import { IncidentRow } from "./incident-row.tsx";

const outcomeWords = [
  { value: "reassigned", word: "Reassigned: somebody else has the duty" },
  { value: "ended", word: "Ended: the relationship moved, and has cooled off" },
  { value: "mistaken", word: "Mistaken: the record was wrong" },
  { value: "past", word: "Past: it happened, and is noted" },
];

export function Incidents({ today }: { today: string }) {
  const { items, error, hasMore, isReadingMore, more } = useReadPages(listIncidents, { query: { state: "open" } });
  const [closing, setClosing] = useState<Incident | null>(null);
  return (
    <Section title="Open incidents" note="Soonest first.">
      {!items && <Waiting error={error} />}
      {items?.length === 0 && (
        <Empty title="No open incidents.">
          What an import or a change of rules sets against the wall appears here.
        </Empty>
      )}
      {items !== undefined && items.length > 0 && (
        <Card flush>
          <table className="table stack">
            <caption className="vh">Open incidents</caption>
            <thead>
              <tr>
                <th scope="col">Who</th>
                <th scope="col">What collides</th>
                <th scope="col">When</th>
                <th scope="col">Way out</th>
                <th scope="col">Who can see</th>
                <th scope="col">
                  <span className="vh">Action</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((incident) => (
                <IncidentRow
                  key={incident.incidentId}
                  incident={incident}
                  when={whenOf(incident, today)}
                  onClose={() => setClosing(incident)}
                />
              ))}
            </tbody>
          </table>
          {hasMore && (
            <div className="table-foot">
              <Button busy={isReadingMore} onClick={more}>
                Show more
              </Button>
            </div>
          )}
        </Card>
      )}
      {closing && <Closing incident={closing} onClose={() => setClosing(null)} />}
    </Section>
  );
}

function whenOf(incident: Incident, today: string): string {
  return incident.daysAhead > 0 ? `${saySpan(incident)}, ${sayDistance(incident.from, today)}` : saySpan(incident);
}

function Closing({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const [outcome, setOutcome] = useState<string>(incident.kind === "assessment" ? "past" : "reassigned");
  const closing = useWriteEach(closeIncident);
  const act = () =>
    closing.mutate(
      { params: { id: incident.incidentId }, body: { outcome: outcome as (typeof outcomes)[number] } },
      {
        onSuccess: () => {
          toast("Incident closed");
          onClose();
        },
      },
    );
  const actions = (
    <>
      <Button kind="quiet" onClick={onClose}>
        Not now
      </Button>
      <Button kind="primary" busy={closing.isPending} onClick={act}>
        Close it
      </Button>
    </>
  );
  return (
    <Dialog title={`Close: ${incident.learner}, ${incident.educator}`} isOpen onClose={onClose} actions={actions}>
      <Problem error={closing.error} />
      <SelectField label="What came of it" options={outcomeWords} value={outcome} onValue={setOutcome} />
      <p className="small muted">It stays on record with your name. One that still collides is not closed as solved.</p>
    </Dialog>
  );
}
