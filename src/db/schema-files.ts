// The numbered SQL files that make the tables, and what a database that has seen some of them still lacks.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { Refusal } from "../core/refusal.ts";

const folder = new URL("./migrations/", import.meta.url);

export interface SchemaFile {
  name: string;
  text: string;
  /** SHA-256 of the text, in hexadecimal. */
  hash: string;
}

/** In the order in which they are applied. */
export async function schemaFiles(): Promise<SchemaFile[]> {
  const names = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), "utf8");
      return { name, text, hash: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

/**
 * The files that a database lacks, given the names and hashes of those that it has seen.
 *
 * Refuses a database that a newer Chiron has updated (`migration.newer`), a file that differs from the one it was made
 * with (`migration.changed`), and a file that comes before others already applied (`migration.order`).
 */
export function lacking(files: SchemaFile[], seen: Map<string, string>): SchemaFile[] {
  const [unknown] = [...seen.keys()].filter((name) => files.every((file) => file.name !== name));
  if (unknown !== undefined)
    throw new Refusal(
      "conflict",
      "migration.newer",
      `A newer Chiron has updated this database (${unknown}). Start that version again, or restore a backup from before the update.`,
    );
  for (const { name, hash } of files)
    if (seen.has(name) && seen.get(name) !== hash)
      throw new Refusal(
        "conflict",
        "migration.changed",
        `${name} differs from the file that this database was made with. Put the released file back; a change belongs into a new file with the next number.`,
      );
  const last = [...seen.keys()].sort().at(-1) ?? "";
  const rest = files.filter(({ name }) => !seen.has(name));
  const [early] = rest.filter(({ name }) => name < last);
  if (early !== undefined)
    throw new Refusal(
      "conflict",
      "migration.order",
      `${early.name} comes before ${last}, which this database has seen already. Give it the next number.`,
    );
  return rest;
}
