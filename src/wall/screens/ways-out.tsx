// The ways out of an open incident: what is proposed, what this reader may do, and who does the rest.
import { doersOf } from "../../people/roles.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { Letters } from "../../web/ui/letters.tsx";
import { type Act, type Incident, type OfficeAct, officeActs, outcomesFor, wayOutWords } from "../incident.ts";

type Props = {
  incident: Incident;
  today: string;
  onAct: (act: Act, incident: Incident) => void;
};

export function WaysOut({ incident, today, onAct }: Props) {
  const { acts, others, learner, educator } = incident;
  const about = `${learner} and ${educator}`;
  return (
    <>
      <span className="block">Suggested: {wayOutWords(incident)}</span>
      <div className="row acts">
        {acts.map((act) => (
          <Act key={act} act={act} incident={incident} today={today} about={about} onAct={onAct} />
        ))}
      </div>
      {others.length > 0 && (
        <ul className="small muted others" aria-label="For other offices">
          {others.map((act) => (
            <li key={act}>
              {doersOf(officeActs[act])} {othersWords[act]}.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const othersWords: Record<OfficeAct, string> = {
  reassign: "hands the duty over",
  end: "ends the relationship",
  except: "approves an exception",
};

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
