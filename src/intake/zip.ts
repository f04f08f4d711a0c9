// A spreadsheet is a ZIP archive. Before it is opened: how large it becomes, whatever it says about itself.
import { inflateRawSync } from "node:zlib";

const directoryEntry = 0x02014b50;
const directoryEnd = 0x06054b50;

/**
 * Unpacks each part once, up to `bytesMost` together, and forgets it. Null when it would become larger; throws when it
 * is no archive.
 */
export function unpackedSize(archive: Buffer, bytesMost: number): number | null {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== directoryEnd) throw new Error("an archive without a directory");
  let size = 0;
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new Error("a directory that is damaged");
    const part = sizeOf(archive, at, bytesMost - size);
    if (part === null) return null;
    size += part;
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return size;
}

function sizeOf(archive: Buffer, entry: number, bytesMost: number): number | null {
  const packed = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const isStored = archive.readUInt16LE(entry + 10) === 0;
  if (isStored) return packed > bytesMost ? null : packed;
  try {
    return inflateRawSync(archive.subarray(start, start + packed), { maxOutputLength: Math.max(1, bytesMost) }).length;
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") return null;
    throw error;
  }
}
