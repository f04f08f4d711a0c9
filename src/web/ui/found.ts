// Searching while somebody types.
import { useEffect, useState } from "react";

const waitMilliseconds = 150;

export interface Search<Found> {
  found: Found[];
  /** Whether an answer is awaited, so that "nothing" would be said too soon; or whether none came. */
  state: "asking" | "answered" | "failed";
}

/** What `search` found for the words, asked a moment after the last letter; a late answer never overwrites a later one. */
export function useFound<Found>(words: string, search: (words: string) => Promise<Found[]>): Search<Found> {
  const [answer, setAnswer] = useState<Search<Found> & { words: string }>({ words: "", found: [], state: "answered" });
  useEffect(() => {
    let isLatest = true;
    const wait = setTimeout(() => {
      void search(words.trim()).then(
        (found) => isLatest && setAnswer({ words, found, state: "answered" }),
        () => isLatest && setAnswer({ words, found: [], state: "failed" }),
      );
    }, waitMilliseconds);
    return () => {
      isLatest = false;
      clearTimeout(wait);
    };
  }, [words, search]);
  return answer.words === words ? answer : { ...answer, state: "asking" };
}
