// A text decoded piece by piece is the text decoded as a whole, also where a piece ends within a character.
import assert from "node:assert/strict";
import { test } from "node:test";
import { encodingOf, textOf } from "./encoding.ts";
import { encodings } from "./layout.ts";

const words = "Zoë, Łukasz, Šárka, 李雷 and 👩‍⚕️ — “€5”\n".repeat(3);

/** Of an encoding with one byte a letter: each byte that means one. */
const everyByte = Uint8Array.from({ length: 224 }, (_, at) => at + 32);

function inPieces(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer>[] {
  const count = Math.ceil(bytes.length / length);
  return Array.from({ length: count }, (_, at) => Uint8Array.from(bytes.subarray(at * length, (at + 1) * length)));
}

test("a piece may end within a character", () => {
  const samples: Partial<Record<string, Uint8Array>> = {
    "utf-8": Buffer.from(`\uFEFF${words}`),
    "utf-16le": Buffer.from(`\uFEFF${words}`, "utf16le"),
    "utf-16be": Buffer.from(`\uFEFF${words}`, "utf16le").swap16(),
  };
  for (const encoding of encodings) {
    const bytes = samples[encoding] ?? everyByte;
    const whole = new TextDecoder(encoding).decode(bytes);
    for (const pieceBytes of [1, 2, 3, 5, 64, 10_000])
      assert.equal([...textOf(inPieces(bytes, pieceBytes), encoding)].join(""), whole, `${encoding} by ${pieceBytes}`);
    if (bytes !== everyByte) assert.equal(whole, words);
  }
});

test("each goes through the text from its beginning", () => {
  const text = textOf(inPieces(Buffer.from(words), 7), "utf-8");
  for (const piece of text) if (piece.includes("Ł")) break;
  assert.equal([...text].join(""), words);
});

test("bytes that are not UTF-8 to their last one are not taken for it", () => {
  const bytes = Buffer.from(words);
  assert.equal(encodingOf([bytes], () => undefined).encoding, "utf-8");
  const cut = bytes.subarray(0, bytes.indexOf(Buffer.from("ë")) + 1);
  assert.equal(encodingOf(inPieces(cut, 10), () => "macintosh").encoding, "macintosh");
});
