// Incidents as a table, each row with its action.
import { lastOf, sayDistance, saySpan, sayShortDay } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { Act, Incident } from "../incident.ts";
import { incidentAudience } from "../audience.ts";
import { WaysOut } from "./ways-out.tsx";
import { collisionWords, placeWords } from "./what-collides.ts";

type Props = {
  items: Incident[];
  today: string;
  /** The incident that the address names. */
  marked: string | undefined;
  onAct: (act: Act, incident: Incident) => void;
};

export function IncidentTable({ items, today, marked, onAct }: Props) {
  const columns: Column<Incident>[] = [
    { name: "Who", isName: true, cell: whoOf },
    { name: "What collides", cell: whatOf },
    { name: "When", cell: (incident) => whenOf(incident, today) },
    { name: "Who can see", cell: () => <SeenChip audience={incidentAudience} of="this incident" /> },
    { name: "Ways out", cell: (incident) => <WaysOut incident={incident} today={today} onAct={onAct} /> },
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
      {collisionWords(incident)}
      <span className="small muted block">{placeWords(incident)}</span>
    </>
  );
}

function whenOf(incident: Incident, today: string) {
  const { daysAhead, from, left, exceptedTo } = incident;
  return (
    <>
      {saySpan(incident)}
      {daysAhead > 0 && `, ${sayDistance(from, today)}`}
      {exceptedTo !== null && (
        <span className="small muted block">
          By exception, last day {sayShortDay(lastOf(exceptedTo), true)}.
          {left !== null && ` Still open: ${saySpan(left)}.`}
        </span>
      )}
    </>
  );
}
