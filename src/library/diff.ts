// What differs between two texts, word by word, for whoever judges the next version.

export interface Piece {
  kind: "same" | "added" | "taken";
  words: string;
}

/** Above this many word pairs the middle is shown as taken and added whole: a page of text stays far below. */
const cellsMost = 4_000_000;

/** A shortest way from one text to the other, over words with the spaces after them. O(n·m) of what is between the equal ends. */
export function differenceOf(before: string, after: string): Piece[] {
  const [a, b] = [wordsIn(before), wordsIn(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return merged([
    ...a.slice(0, head).map(same),
    ...between(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(same),
  ]);
}

const same = (words: string): Piece => ({ kind: "same", words });
const added = (words: string): Piece => ({ kind: "added", words });
const taken = (words: string): Piece => ({ kind: "taken", words });

function wordsIn(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function between(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length * b.length > cellsMost) return [...a.map(taken), ...b.map(added)];
  const longest = lengths(a, b);
  const width = b.length + 1;
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [one = "", other = ""] = [a[i], b[j]];
    if (one === other) {
      pieces.push(same(one));
      i++;
      j++;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) {
      pieces.push(taken(one));
      i++;
    } else {
      pieces.push(added(other));
      j++;
    }
  }
  return [...pieces, ...a.slice(i).map(taken), ...b.slice(j).map(added)];
}

/** Of the longest common run of words from (i, j) on, row by row. */
function lengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? 1 + (longest[(i + 1) * width + j + 1] ?? 0)
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  return longest;
}

function merged(pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = [];
  for (const piece of pieces) {
    const last = done.at(-1);
    if (last?.kind === piece.kind) last.words += piece.words;
    else done.push({ ...piece });
  }
  return done;
}
