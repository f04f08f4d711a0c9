// The files of an import, from a folder or one by one.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { FileToSend } from "../intake/upload.ts";
import { type Given, Misuse } from "./command.ts";

export function filesIn(place: string | undefined, say: Given["say"]): FileToSend[] {
  if (place === undefined || !existsSync(place))
    throw new Misuse("Name the folder, or the file, that holds the exports.");
  const path = resolve(place);
  const names = statSync(path).isDirectory() ? namesIn(path, say) : [basename(path)];
  if (names.length === 0) throw new Misuse(`There is no .csv, .tsv or .xlsx file in ${place}.`);
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  return names.map((name) => ({ name, content: new Blob([readFileSync(join(folder, name))]) }));
}

/** What is left out is told, but for the marks that spreadsheets and systems keep beside a file. */
function namesIn(folder: string, say: Given["say"]): string[] {
  const all = readdirSync(folder).filter((name) => !/^(\.|~\$)/.test(name));
  const [read = [], leftOut = []] = [true, false].map((is) =>
    all.filter((name) => /\.(csv|tsv|txt|xlsx)$/i.test(name) === is).sort(),
  );
  if (leftOut.length > 0) say(`Left out, since only CSV, TSV and XLSX are read: ${leftOut.join(", ")}`);
  return read;
}
