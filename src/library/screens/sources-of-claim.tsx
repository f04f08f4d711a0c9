// What a claim rests on: each source with the pages and what it says there, and whether it is found and not retracted.
import { useState } from "react";
import { type AskError, faultOf } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import { Link } from "../../web/ui/link.tsx";
import { citationOf, type Source } from "../source.ts";
import { sayChecked } from "./article-text.tsx";
import type { ClaimDraft } from "./claim-draft.ts";

type Chosen = ClaimDraft["sources"];
type Props = { chosen: Chosen; sources: Source[]; error: AskError | null; onChosen: (chosen: Chosen) => void };

export function SourcesOfClaim({ chosen, sources, error, onChosen }: Props) {
  const [next, setNext] = useState("");
  const open = sources.filter(({ key }) => chosen.every((one) => one.key !== key));
  const fault = faultOf(error, "sources");
  const add = () => {
    if (next === "") return;
    onChosen([...chosen, { key: next, supports: "" }]);
    setNext("");
  };
  return (
    <fieldset className="write-part">
      <legend className="label">Sources</legend>
      {fault && (
        <p className="error">
          <Icon name="alert" />
          <span>{fault}</span>
        </p>
      )}
      {chosen.map((one, at) => (
        <ChosenSource
          key={one.key}
          source={sources.find(({ key }) => key === one.key)}
          supports={one.supports}
          error={faultOf(error, `supports.${at}`)}
          onSupports={(supports) => onChosen(chosen.with(at, { ...one, supports }))}
          onRemove={() => onChosen(chosen.filter(({ key }) => key !== one.key))}
        />
      ))}
      <div className="row source-choice">
        <SelectField
          label="Another source"
          options={[
            { value: "", word: "Choose one" },
            ...open.map((source) => ({ value: source.key, word: shortOf(source) })),
          ]}
          value={next}
          onValue={setNext}
        />
        <Button icon="plus" onClick={add}>
          Add this source
        </Button>
      </div>
      <p className="small">
        Is it not in the list? <Link href="/library/write/source">Add it to the library</Link>; what you typed here
        stays.
      </p>
    </fieldset>
  );
}

type ChosenProps = {
  source: Source | undefined;
  supports: string;
  error: string | undefined;
  onSupports: (supports: string) => void;
  onRemove: () => void;
};

function ChosenSource({ source, supports, error, onSupports, onRemove }: ChosenProps) {
  if (source === undefined) return null;
  return (
    <div className="chosen-source">
      <p className="small">{citationOf(source)}</p>
      <p className="small muted">
        {sayChecked(source)}{" "}
        <Link href={`/library/write/source?key=${source.key}`}>
          Look it up<span className="vh">: {source.title}</span>
        </Link>
      </p>
      <TextField label="Pages, and what it says there" value={supports} onValue={onSupports} error={error} />
      <p>
        <Button small kind="quiet" icon="x" onClick={onRemove}>
          Take it out<span className="vh">: {source.title}</span>
        </Button>
      </p>
    </div>
  );
}

function shortOf({ authors, title, year }: Source): string {
  const [first = ""] = authors.split(",");
  const words = [first, year === null ? "" : String(year), title].filter(Boolean).join(", ");
  return words.length > 90 ? `${words.slice(0, 87)}...` : words;
}
