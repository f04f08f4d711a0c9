// What this reader may do about an open incident, the way out that is proposed first in words above.
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { Letters } from "../../web/ui/letters.tsx";
import { type Act, type Incident, outcomesFor, wayOutWords } from "../incident.ts";

type Props = {
  incident: Incident;
  today: string;
  onAct: (act: Act, incident: Incident) => void;
};

export function WaysOut({ incident, today, onAct }: Props) {
  const { acts, wayOut, learner, educator } = incident;
  const isOthers = wayOut === "reassign the assessor" && !acts.includes("reassign");
  const about = `${learner} and ${educator}`;
  return (
    <>
      <span className="block first-up">{wayOutWords(incident)}</span>
      {isOthers && <span className="small muted block">A coordinator or registrar does that.</span>}
      <div className="row acts">
        {acts.map((act) => (
          <Act key={act} act={act} incident={incident} today={today} about={about} onAct={onAct} />
        ))}
      </div>
    </>
  );
}

function Act({ act, incident, today, about, onAct }: Props & { act: Act; about: string }) {
  const hidden = <span className="vh">: {about}</span>;
  if (act === "reassign")
    return (
      <ButtonLink small href={`/wall?educator=${incident.educatorId}#duties`}>
        Hand the duty over{hidden}
      </ButtonLink>
    );
  if (act === "ask for an exception")
    return (
      <Letters addresses={incident.approvers} path={`/wall?incident=${incident.incidentId}`} about={about}>
        Ask for an exception
      </Letters>
    );
  return (
    <Button small onClick={() => onAct(act, incident)}>
      {act === "close" ? closeWords(incident, today) : words[act]}
      {hidden}
    </Button>
  );
}

const words = { except: "Approve an exception", end: "End the relationship" };

/** Before anything is solved, only a record that was wrong is closed. */
function closeWords(incident: Incident, today: string): string {
  return outcomesFor(incident, today).length === 1 ? "Close as mistaken" : "Close";
}
