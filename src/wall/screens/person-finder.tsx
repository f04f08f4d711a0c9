// Finds one person by a part of their name.
import { useState } from "react";
import { useRead } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { findPeople } from "../contract.ts";

export interface Chosen {
  personId: string;
  name: string;
}

type Props = {
  label: string;
  as: "learner" | "educator";
  chosen: Chosen | null;
  onChosen: (person: Chosen | null) => void;
};

/** A search field with the people found as buttons under it; once one is chosen, that one and a way back. */
export function PersonFinder({ label, as, chosen, onChosen }: Props) {
  const [named, setNamed] = useState("");
  const isAsking = chosen === null && named.trim().length >= 2;
  const { data } = useRead(findPeople, { query: { named, as } }, { enabled: isAsking, keepPrevious: true });
  if (chosen !== null)
    return (
      <div className="field">
        <span className="small muted">{label}</span>
        <p className="row">
          <b>{chosen.name}</b>
          <Button small kind="quiet" onClick={() => onChosen(null)}>
            Change<span className="vh"> {label.toLowerCase()}</span>
          </Button>
        </p>
      </div>
    );
  return (
    <div>
      <TextField
        label={label}
        type="search"
        value={named}
        onValue={setNamed}
        placeholder="Part of a name"
        autoComplete="off"
      />
      <output className="vh">{isAsking && data ? `${data.length} found` : ""}</output>
      {isAsking && data && (
        <ul className="finder">
          {data.map(({ personId, name, about }) => (
            <li key={personId}>
              <Button small kind="quiet" onClick={() => onChosen({ personId, name })}>
                {name} <span className="muted">{about}</span>
              </Button>
            </li>
          ))}
          {data.length === 0 && <li className="small muted">Nobody by that name.</li>}
        </ul>
      )}
    </div>
  );
}
