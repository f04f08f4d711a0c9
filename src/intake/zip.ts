// A spreadsheet is a ZIP archive. Before it is opened: how large it becomes, whatever it says about itself.

const directoryEntry = 0x02014b50;
const endMark = Uint8Array.of(0x50, 0x4b, 0x05, 0x06);

/**
 * Unpacks each part once, piece by piece, and forgets it. False as soon as all together are more than `bytesMost`;
 * throws when it is no archive.
 */
export async function unpacksWithin(archive: Buffer, bytesMost: number): Promise<boolean> {
  const end = archive.lastIndexOf(endMark);
  if (end < 0) throw new Error("an archive without a directory");
  let size = 0;
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new Error("a directory that is damaged");
    size += await sizeOf(archive, at, bytesMost - size);
    if (size > bytesMost) return false;
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return true;
}

/** Of one part; counts no further than somewhat beyond `bytesMost`. */
async function sizeOf(archive: Buffer, entry: number, bytesMost: number): Promise<number> {
  const packed = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const isStored = archive.readUInt16LE(entry + 10) === 0;
  if (isStored) return packed;
  const bytes = Uint8Array.from(archive.subarray(start, start + packed));
  let size = 0;
  for await (const piece of new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))) {
    size += piece.length;
    if (size > bytesMost) break;
  }
  return size;
}
