// One incident as a row of a table.
import { Button } from "../../web/ui/button.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import type { Incident } from "../incident.ts";
import { dutyWords } from "../rule.ts";
import { incidentAudience } from "./audience.ts";

export function IncidentRow({ incident, when, onClose }: { incident: Incident; when: string; onClose: () => void }) {
  const { learnerId, learner, educatorId, educator, program, about, wayOut } = incident;
  return (
    <tr>
      <th scope="row">
        <Link href={`/people/${learnerId}`}>{learner}</Link>
        <span className="with block">
          with <Link href={`/people/${educatorId}`}>{educator}</Link>
        </span>
        {program !== null && <Plate lane={program} />}
      </th>
      <td data-label="Collides">
        <div>
          {wordsOf(incident)}
          {about !== "" && <span className="small muted block">{about}</span>}
        </div>
      </td>
      <td data-label="When">{when}</td>
      <td data-label="Way out">
        <span className="block first-up">{wayOut}</span>
      </td>
      <td data-label="Seen by">
        <SeenChip audience={incidentAudience} of="this incident" />
      </td>
      <td className="act">
        <Button small onClick={onClose}>
          Close
          <span className="vh">
            {" "}
            the incident of {learner} and {educator}
          </span>
        </Button>
      </td>
    </tr>
  );
}

function wordsOf({ kind, duty, against }: Incident): string {
  if (kind === "assessment") return "An assessment took place that no duty permits.";
  if (against === null) return `One ${dutyWords[duty]} the other, and the two are not available to each other.`;
  return `One ${dutyWords[duty]} the other, and ${dutyWords[against]} them too.`;
}
