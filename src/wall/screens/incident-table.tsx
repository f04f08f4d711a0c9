// Incidents as a table, each row with its action.
import { sayDistance, saySpan } from "../../web/ui/dates.ts";
import type { Incident } from "../incident.ts";
import { IncidentRow } from "./incident-row.tsx";

type Props = { items: Incident[]; today: string; onClose: (incident: Incident) => void };

export function IncidentTable({ items, today, onClose }: Props) {
  return (
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
            onClose={() => onClose(incident)}
          />
        ))}
      </tbody>
    </table>
  );
}

function whenOf(incident: Incident, today: string): string {
  return incident.daysAhead > 0 ? `${saySpan(incident)}, ${sayDistance(incident.from, today)}` : saySpan(incident);
}
