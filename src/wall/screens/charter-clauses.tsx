// The ground rules of a charter while a director changes them: every agreement that begins or is renewed starts from them.
import type { Clause } from "../../programs/charter.ts";
import { fixedKeys } from "../../programs/clauses.ts";
import { clauseWords, freeKey } from "../../web/ui/clause-words.ts";
import { Button } from "../../web/ui/button.tsx";
import { TextArea } from "../../web/ui/field.tsx";

type Props = { clauses: Clause[]; onClauses: (clauses: Clause[]) => void };

export function CharterClauses({ clauses, onClauses }: Props) {
  const set = (key: string, text: string) =>
    onClauses(clauses.map((clause) => (clause.key === key ? { key, text } : clause)));
  return (
    <fieldset className="answers">
      <legend className="label">Ground rules that every agreement starts from</legend>
      {clauses.map(({ key, text }) => (
        <div key={key} className="edit-line">
          <TextArea
            label={clauseWords(key).title}
            value={text}
            rows={1}
            maxLength={2000}
            onValue={(next) => set(key, next)}
            {...(fixedKeys.includes(key) ? { hint: "No pair can change this line." } : {})}
          />
          {!fixedKeys.includes(key) && (
            <div className="row">
              <Button
                kind="quiet"
                small
                icon="x"
                onClick={() => onClauses(clauses.filter((clause) => clause.key !== key))}
                aria-label={`Take out: ${clauseWords(key).title}`}
              >
                Take out
              </Button>
            </div>
          )}
        </div>
      ))}
      <div className="row">
        <Button
          small
          icon="plus"
          onClick={() => onClauses([...clauses, { key: freeKey(clauses.map(({ key }) => key)), text: "" }])}
        >
          Add a line
        </Button>
      </div>
    </fieldset>
  );
}
