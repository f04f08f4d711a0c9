// Finds one person by a part of their name.
import { useState } from "react";
import { useRead } from "../ask.ts";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";
import { listPeople } from "../../people/person-contract.ts";
import { sayWhatAndWhere } from "../../people/saying.ts";

export interface Chosen {
  personId: string;
  name: string;
}

type Props = {
  label: string;
  /** Anybody whom the asker may see, when absent. */
  as?: "learner" | "educator";
  /** Whom it leaves out. */
  not?: string;
  chosen: Chosen | null;
  onChosen: (person: Chosen | null) => void;
};

/** A search field with the people found as buttons under it; once one is chosen, that one and a way back. */
export function PersonFinder({ label, as, not, chosen, onChosen }: Props) {
  const [named, setNamed] = useState("");
  const isAsking = chosen === null && named.trim().length >= 2;
  const query = { named, limit: 8, ...(as === undefined ? {} : { as }) };
  const { data, error } = useRead(listPeople, { query }, { enabled: isAsking, keepPrevious: true });
  const found = data?.items.filter(({ personId }) => personId !== not) ?? [];
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
        error={isAsking ? error?.because : undefined}
      />
      <output className="vh">{isAsking && data ? `${found.length} found` : ""}</output>
      {isAsking && data && (
        <ul className="finder" role="list">
          {found.map((person) => (
            <li key={person.personId}>
              <Button small kind="quiet" onClick={() => onChosen({ personId: person.personId, name: nameOf(person) })}>
                {nameOf(person)} <span className="muted">{sayWhatAndWhere(person)}</span>
              </Button>
            </li>
          ))}
          {found.length === 0 && <li className="small muted">Nobody by that name.</li>}
        </ul>
      )}
    </div>
  );
}

function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`;
}
