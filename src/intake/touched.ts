// Which rows of an import's files brought something, and from that what became of every row: each is counted once.
import type { FileCount, JudgedFile } from "./judged.ts";
import type { Line } from "./sound.ts";

/** The rows of whose things at least one came to be or changed; those that they lean on are among them. */
export class Touched {
  private readonly byFile = new Map<string, Set<number>>();

  touch(lines: Line[]): void {
    for (const { file, line, with: leansOn } of lines) {
      const touched = this.byFile.get(file) ?? new Set();
      if (touched.has(line)) continue;
      this.byFile.set(file, touched.add(line));
      if (leansOn !== undefined) this.touch(leansOn);
    }
  }

  /** Touches those of `chunk` one of whose keys is among `keys`. */
  touchThose<T extends { lines: Line[] }>(chunk: T[], keys: Set<string>, keysOf: (one: T) => string[]): void {
    if (keys.size === 0) return;
    for (const one of chunk) if (keysOf(one).some((key) => keys.has(key))) this.touch(one.lines);
  }

  linesIn(file: string): Set<number> {
    return this.byFile.get(file) ?? new Set();
  }
}

/** Without `touched` nothing was written yet, and every sound row counts as one to take. */
export function countOf(file: JudgedFile, touched?: Touched): FileCount {
  const { name, kind, rowsIn, refused, leftOut } = file;
  const repeated = countIn(file.repeated, (line) => !refused.has(line));
  const sound = rowsIn - refused.size - repeated - leftOut;
  const isSound = (line: number) => !refused.has(line) && !file.repeated.has(line);
  const taken = touched === undefined ? sound : countIn(touched.linesIn(name), isSound);
  return { name, kind, rowsIn, taken, refused: refused.size, unchanged: sound - taken, repeated, leftOut };
}

function countIn(lines: Set<number>, has: (line: number) => boolean): number {
  let count = 0;
  for (const line of lines) if (has(line)) count += 1;
  return count;
}
