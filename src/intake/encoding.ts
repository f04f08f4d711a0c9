// In which encoding the bytes of a text are: what they say of themselves, what was chosen before, or a guess; and the
// text itself, of which only a piece is ever in memory.
import { analyse } from "chardet";
import { type Pieces, sizeOf } from "../core/files.ts";
import type { Text } from "./csv-rows.ts";
import { type Encoding, encodings } from "./layout.ts";

/** Only where the bytes do not tell, by a mark or as UTF-8, `recalled` is asked what was chosen for such a file. */
export function encodingOf(
  bytes: Pieces,
  recalled: () => Encoding | undefined,
): { encoding: Encoding; hasByteOrderMark: boolean } {
  const marked = markedIn(bytes);
  return {
    encoding: marked ?? unmarkedIn(bytes) ?? recalled() ?? guessed(bytes),
    hasByteOrderMark: marked !== undefined,
  };
}

export function markedIn(bytes: Pieces): Encoding | undefined {
  const [a, b, c] = beginningOf(bytes);
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

function unmarkedIn(bytes: Pieces): Encoding | undefined {
  if (isEveryOtherNull(bytes, 1)) return "utf-16le";
  if (isEveryOtherNull(bytes, 0)) return "utf-16be";
  try {
    for (const _ of decoded(bytes, "utf-8", true)) continue;
    return "utf-8";
  } catch {
    return undefined;
  }
}

/** The text of the bytes, decoded anew by each that goes through it. */
export function textOf(bytes: Pieces, encoding: Encoding): Text {
  return { [Symbol.iterator]: () => decoded(bytes, encoding, false) };
}

function* decoded(bytes: Pieces, encoding: Encoding, fatal: boolean): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  for (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

const beginningBytes = 65_536;

/** So many of the bytes as tell how they are to be read. */
export function beginningOf(bytes: Pieces): Buffer<ArrayBuffer> {
  return Buffer.concat(bytes, Math.min(sizeOf(bytes), beginningBytes));
}

/** Statistical, over the first part, among the encodings that can be chosen. */
function guessed(bytes: Pieces): Encoding {
  const guesses = analyse(beginningOf(bytes)).map(({ name }) => canonical(name.toLowerCase()));
  const known = guesses.flatMap((guess) => encodings.filter((one) => one === guess && !one.startsWith("utf")));
  return known[0] ?? "windows-1252";
}

/** Some names are another's: what is called ISO 8859-1 is nearly always Windows-1252. */
function canonical(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return name;
  }
}

/** Headings in UTF-16 without a mark: one half of each character is nothing. */
function isEveryOtherNull(bytes: Pieces, first: 0 | 1): boolean {
  const start = beginningOf(bytes).subarray(0, 32);
  return start.length >= 8 && start.every((byte, at) => (byte === 0) === (at % 2 === first));
}
