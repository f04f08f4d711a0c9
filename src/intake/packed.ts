// What an import keeps of every row it has seen: texts by text, packed into bytes, a tenth of what Map and its strings
// would hold. Exact like Map, and it only grows.
import { randomInt } from "node:crypto";

const chunkBytes = 256 * 1024;
/** Before each entry: the length of its key and of its value, and the key's hash, so that few keys are compared. */
const headBytes = 8;
const textMost = 65_535;
const noChunk = Buffer.alloc(0);

export class Packed {
  /** Entries never cross the border of two chunks. */
  private readonly chunks: Buffer[] = [];
  private used = chunkBytes;
  /** By place, where its entry begins, from 1; 0 is free. */
  private starts = new Uint32Array(1024);
  private count = 0;
  /** Files are other people's: nobody shall know which keys fall on one place. */
  private readonly seed = randomInt(2 ** 32 - 1);

  get(key: string): string | undefined {
    const { at } = this.placeOf(key);
    const begins = this.starts[at] ?? 0;
    if (begins === 0) return undefined;
    const { chunk, start } = this.entryAt(begins);
    const from = start + headBytes + chunk.readUInt16LE(start);
    return chunk.toString("utf8", from, from + chunk.readUInt16LE(start + 2));
  }

  has(key: string): boolean {
    return this.starts[this.placeOf(key).at] !== 0;
  }

  /** Replaces what the key had. */
  set(key: string, value: string): void {
    const { at, mark } = this.placeOf(key);
    const isNew = this.starts[at] === 0;
    this.starts[at] = this.write(key, value, mark);
    if (isNew) this.count += 1;
    if (this.count * 2 > this.starts.length) this.grow();
  }

  /** Where the key is, or would be. Leaves its bytes behind what is used, where `write` would put them. */
  private placeOf(key: string): { at: number; mark: number } {
    const { chunk, start, length } = this.draft(key);
    const mark = hashOf(chunk, start, length, this.seed);
    const mask = this.starts.length - 1;
    let at = mark & mask;
    for (let begins = this.starts[at] ?? 0; begins !== 0; begins = this.starts[at] ?? 0) {
      const { chunk: other, start: first } = this.entryAt(begins);
      const isLike = other.readInt32LE(first + 4) === mark && other.readUInt16LE(first) === length;
      if (isLike && isSame(other, first + headBytes, chunk, start, length)) break;
      at = (at + 1) & mask;
    }
    return { at, mark };
  }

  private entryAt(begins: number): { chunk: Buffer; start: number } {
    const start = begins - 1;
    return { chunk: this.chunks[Math.floor(start / chunkBytes)] ?? noChunk, start: start % chunkBytes };
  }

  private draft(key: string): { chunk: Buffer; start: number; length: number } {
    const chunk = this.roomFor(headBytes + key.length * 3);
    const start = this.used + headBytes;
    return { chunk, start, length: chunk.write(key, start) };
  }

  /** The chunk with so much room behind what is used. Texts of a row are short, so one chunk holds any entry. */
  private roomFor(bytes: number): Buffer {
    if (bytes > chunkBytes) throw new RangeError("a text is too long to be kept");
    if (this.used + bytes > chunkBytes) {
      this.chunks.push(Buffer.alloc(chunkBytes));
      this.used = 0;
    }
    return this.chunks.at(-1) ?? noChunk;
  }

  private write(key: string, value: string, mark: number): number {
    const chunk = this.roomFor(headBytes + (key.length + value.length) * 3);
    const start = this.used;
    const keyBytes = chunk.write(key, start + headBytes);
    const valueBytes = chunk.write(value, start + headBytes + keyBytes);
    if (keyBytes > textMost || valueBytes > textMost) throw new RangeError("a text is too long to be kept");
    chunk.writeUInt16LE(keyBytes, start);
    chunk.writeUInt16LE(valueBytes, start + 2);
    chunk.writeInt32LE(mark, start + 4);
    this.used = start + headBytes + keyBytes + valueBytes;
    return (this.chunks.length - 1) * chunkBytes + start + 1;
  }

  private grow(): void {
    const before = this.starts;
    this.starts = new Uint32Array(before.length * 2);
    const mask = this.starts.length - 1;
    for (const begins of before) {
      if (begins === 0) continue;
      const { chunk, start } = this.entryAt(begins);
      let at = chunk.readInt32LE(start + 4) & mask;
      while (this.starts[at] !== 0) at = (at + 1) & mask;
      this.starts[at] = begins;
    }
  }
}

function isSame(bytes: Buffer, from: number, others: Buffer, otherFrom: number, length: number): boolean {
  return bytes.compare(others, otherFrom, otherFrom + length, from, from + length) === 0;
}

/** FNV-1a over the bytes, begun at a place that nobody knows. */
function hashOf(bytes: Buffer, from: number, length: number, seed: number): number {
  let hash = seed | 0;
  for (let at = from; at < from + length; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
