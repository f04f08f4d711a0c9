// Searching while somebody types.
import { useEffect, useState } from "react";

const waitMilliseconds = 150;

/** What `search` found for the words, asked a moment after the last letter; a late answer never overwrites a later one. */
export function useFound<Found>(words: string, search: (words: string) => Promise<Found[]>): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  useEffect(() => {
    let isLatest = true;
    const wait = setTimeout(() => {
      void search(words.trim()).then(
        (next) => isLatest && setFound(next),
        () => isLatest && setFound([]),
      );
    }, waitMilliseconds);
    return () => {
      isLatest = false;
      clearTimeout(wait);
    };
  }, [words, search]);
  return found;
}
