// Looking for something in the library: what was found, the best first, and what it is about.
import { useState } from "react";
import { useRead } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { useSearch } from "../../web/ui/link.tsx";
import { Empty } from "../../web/ui/notice.tsx";
import { Section } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { searchLibrary } from "../search-contract.ts";
import { State, stateWords } from "../standing.ts";
import { FoundPassage } from "./found-passage.tsx";

export function SearchField() {
  const [{ q = "" }, setSearch] = useSearch();
  const [typed, setTyped] = useState(q);
  return (
    <form
      role="search"
      aria-label="The library"
      className="row library-search"
      onSubmit={(event) => {
        event.preventDefault();
        setSearch({ q: typed.trim(), topic: undefined, state: undefined });
      }}
    >
      <TextField label="Search the library" type="search" value={typed} onValue={setTyped} />
      <Button type="submit" icon="search">
        Search
      </Button>
    </form>
  );
}

export function SearchResults({ q }: { q: string }) {
  const [{ topic, state }, setSearch] = useSearch();
  const isState = State.safeParse(state);
  const query = { q, ...(topic ? { topic } : {}), ...(isState.success ? { state: isState.data } : {}) };
  const { data, error } = useRead(searchLibrary, { query }, { keepPrevious: true });
  if (!data) return <Waiting error={error} rows={4} />;
  const all = { value: "", word: "All" };
  const topics = [all, ...data.topics.map(({ value, count }) => ({ value, word: `${value} (${count})` }))];
  const states = data.states.map(({ value, count }) => {
    const known = State.safeParse(value);
    return { value, word: `${known.success ? stateWords[known.data] : value} (${count})` };
  });
  return (
    <Section title={`Found for “${q}”`}>
      {data.corrected.length > 0 && (
        <p className="muted">
          Looked for {data.corrected.map(({ asked, taken }) => `“${taken}” in place of “${asked}”`).join(", ")}.
        </p>
      )}
      <div className="row">
        <SelectField
          label="Topic"
          options={topics}
          value={topic ?? ""}
          onValue={(value) => setSearch({ topic: value })}
        />
        <SelectField
          label="Status of the article"
          options={[all, ...states]}
          value={state ?? ""}
          onValue={(value) => setSearch({ state: value })}
        />
        <Button kind="quiet" onClick={() => setSearch({ q: undefined, topic: undefined, state: undefined })}>
          Back to all articles
        </Button>
      </div>
      {data.items.length === 0 ? (
        <Empty title="Nothing here speaks of it">Try other words, or ask the reviewers to look, further below.</Empty>
      ) : (
        data.items.map((found) => <FoundPassage key={`${found.articleKey} ${found.place}`} found={found} />)
      )}
    </Section>
  );
}
