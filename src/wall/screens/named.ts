// Somebody whom a word of the address names by their id.
import { getPerson } from "../../people/person-contract.ts";
import { useRead } from "../../web/ask.ts";
import { useSearch } from "../../web/ui/link.tsx";
import type { Chosen } from "../../web/ui/person-finder.tsx";

/** `?learner=` or another word: who that is, null until they are read, and how to name another. */
export function useNamed(word: string): [Chosen | null, (chosen: Chosen | null) => void] {
  const [search, setSearch] = useSearch();
  const id = search[word];
  const { data } = useRead(getPerson, { params: { id: id ?? "" } }, { enabled: id !== undefined });
  const chosen = data && id ? { personId: data.personId, name: `${data.givenName} ${data.familyName}` } : null;
  return [chosen, (next) => setSearch({ [word]: next?.personId })];
}
