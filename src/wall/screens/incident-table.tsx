// Incidents as a table, each row with its action.
import { Button } from "../../web/ui/button.tsx";
import { sayDistance, saySpan } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { Incident } from "../incident.ts";
import { dutyWords } from "../rule.ts";
import { incidentAudience } from "../audience.ts";

type Props = {
  items: Incident[];
  today: string;
  /** The incident that the address names. */
  marked: string | undefined;
  onClose: (incident: Incident) => void;
};

export function IncidentTable({ items, today, marked, onClose }: Props) {
  const columns: Column<Incident>[] = [
    { name: "Who", isName: true, cell: whoOf },
    { name: "What collides", cell: whatOf },
    { name: "When", cell: (incident) => whenOf(incident, today) },
    { name: "Way out", cell: ({ wayOut }) => <span className="block first-up">{wayOut}</span> },
    { name: "Who can see", cell: () => <SeenChip audience={incidentAudience} of="this incident" /> },
    { name: "Action", hideName: true, end: true, cell: (incident) => closingOf(incident, onClose) },
  ];
  return (
    <Table
      caption="Open incidents"
      columns={columns}
      rows={items}
      keyOf={({ incidentId }) => incidentId}
      marked={marked}
    />
  );
}

function whoOf({ learnerId, learner, educatorId, educator, program }: Incident) {
  return (
    <>
      <Link href={`/people/${learnerId}`}>{learner}</Link>
      <span className="with block">
        with <Link href={`/people/${educatorId}`}>{educator}</Link>
      </span>
      {program !== null && <Plate lane={program} />}
    </>
  );
}

function whatOf(incident: Incident) {
  return (
    <>
      {wordsOf(incident)}
      {incident.about !== "" && <span className="small muted block">{incident.about}</span>}
    </>
  );
}

function wordsOf({ kind, duty, against }: Incident): string {
  if (kind === "assessment") return "An assessment took place that no duty permits.";
  if (against === null) return `The same person ${dutyWords[duty]}, and the two are not available to each other.`;
  return `The same person ${dutyWords[duty]}, and ${dutyWords[against]}.`;
}

function whenOf(incident: Incident, today: string): string {
  return incident.daysAhead > 0 ? `${saySpan(incident)}, ${sayDistance(incident.from, today)}` : saySpan(incident);
}

function closingOf(incident: Incident, onClose: Props["onClose"]) {
  return (
    <Button small onClick={() => onClose(incident)}>
      Close
      <span className="vh">
        {" "}
        the incident of {incident.learner} and {incident.educator}
      </span>
    </Button>
  );
}
