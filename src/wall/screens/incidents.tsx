// Open incidents, each with what it is and the ways out of it.
import { useEffect, useState } from "react";
import { useReadPages } from "../../web/ask.ts";
import { useSearch } from "../../web/ui/link.tsx";
import { Empty, Notice } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { listIncidents } from "../contract.ts";
import type { Act, Incident } from "../incident.ts";
import { ApproveException } from "./approve-exception.tsx";
import { IncidentTable } from "./incident-table.tsx";
import { CloseIncident } from "./close-incident.tsx";
import { EndForIncident } from "./end-for-incident.tsx";

/** `?incident=` names the one that a line of the desk leads to. */
export function Incidents({ today }: { today: string }) {
  const { items, error, ...pages } = useReadPages(listIncidents, { query: { state: "open" } });
  const [chosen, setChosen] = useState<{ act: Act; incident: Incident } | null>(null);
  const [{ incident: marked }] = useSearch();
  const isFound = marked === undefined || items?.some(({ incidentId }) => incidentId === marked) === true;
  useEffect(() => {
    if (!isFound && pages.hasMore && !pages.isReadingMore) pages.more();
  });
  return (
    <Section title="Open incidents" note="Soonest first.">
      {!items && <Waiting error={error} />}
      {items && !isFound && !pages.hasMore && (
        <Notice title="The incident you came for is not open any more.">
          Somebody closed it, or its days are over.
        </Notice>
      )}
      {items?.length === 0 && (
        <Empty title="No open incidents.">
          What an import or a change of rules sets against the wall appears here.
        </Empty>
      )}
      {items !== undefined && items.length > 0 && (
        <Card flush>
          <IncidentTable
            items={items}
            today={today}
            marked={marked}
            onAct={(act, incident) => setChosen({ act, incident })}
          />
          <ShowMore {...pages} inCard />
        </Card>
      )}
      {chosen && <Acting {...chosen} today={today} onClose={() => setChosen(null)} />}
    </Section>
  );
}

type ActingProps = { act: Act; incident: Incident; today: string; onClose: () => void };

function Acting({ act, incident, today, onClose }: ActingProps) {
  if (act === "except") return <ApproveException today={today} about={incident} onClose={onClose} />;
  if (act === "end") return <EndForIncident incident={incident} onClose={onClose} />;
  return <CloseIncident incident={incident} today={today} onClose={onClose} />;
}
