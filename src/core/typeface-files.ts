// The files of the typeface, which the server reads and unpacks once: a WOFF that is unpacked anew for each print takes most of
// its time. NOTE: only for the server; a browser has none of this.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import { fontNames } from "./typeface.ts";

let files: ReadonlyMap<string, Buffer> | undefined;

export function typefaceFiles(): ReadonlyMap<string, Buffer> {
  files ??= new Map(fontNames.map((name) => [name, unpacked(fileOf(name))]));
  return files;
}

function fileOf(name: string): Buffer {
  const { resolve } = createRequire(import.meta.url);
  return readFileSync(resolve(`@fontsource/source-serif-4/files/source-serif-4-${name}-normal.woff`));
}

/** The font in a WOFF 1.0: the same tables, each as it was (https://www.w3.org/TR/WOFF/, 4 and 5). */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(12 + 16 * count);
  const power = 2 ** Math.floor(Math.log2(count));
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((count - power) * 16, 10);
  const pieces: Uint8Array[] = [header];
  let at = header.length;
  for (let table = 0; table < count; table += 1) {
    const entry = woff.subarray(44 + 20 * table, 64 + 20 * table);
    const [from, packedLength, length] = [4, 8, 12].map((place) => entry.readUInt32BE(place)) as [
      number,
      number,
      number,
    ];
    const packed = woff.subarray(from, from + packedLength);
    const bytes = packedLength < length ? inflateSync(packed) : packed;
    const written = 12 + 16 * table;
    entry.copy(header, written, 0, 4);
    entry.copy(header, written + 4, 16, 20);
    header.writeUInt32BE(at, written + 8);
    header.writeUInt32BE(length, written + 12);
    // Each begins at a multiple of four.
    const padding = Buffer.alloc(-length & 3);
    pieces.push(bytes, padding);
    at += length + padding.length;
  }
  return Buffer.concat(pieces);
}
