// Slips of the pen: which word somebody meant who typed one that the library does not have.

/** Letters taken out, put in, changed or swapped with their neighbour (Damerau 1964, each place once). */
export function distanceOf(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i++)
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const row = rows[i];
      if (row === undefined) continue;
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (isSame ? 0 : 1),
        isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  return at(one.length, other.length);
}

/** How many slips a word of that length may hold. */
export function slipsIn(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 9 ? 1 : 2;
}

/** The same word with two neighbours swapped, which letters in threes do not find in short words. */
export function swapsOf(word: string): string[] {
  if (word.length < 4 || word.length > 12) return [];
  const swaps = Array.from({ length: word.length - 1 }, (_, at) => {
    const [before, one, other, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
    return `${before}${other}${one}${after}`;
  });
  return [...new Set(swaps)].filter((swap) => swap !== word);
}

/** The likeliest of these; null where none is near enough. Of two as near, the one that comes first. */
export function meantBy(word: string, candidates: readonly string[]): string | null {
  const near = candidates
    .map((candidate) => ({ candidate, distance: distanceOf(word, candidate) }))
    .filter(({ distance }) => distance <= slipsIn(word))
    .toSorted((a, b) => a.distance - b.distance);
  return near[0]?.candidate ?? null;
}
