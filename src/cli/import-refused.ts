// The rows that an import refused, written as files to correct: one beside the other in a folder, for each file that has any.
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Client } from "../client.ts";
import { type ImportReport, refusedRows } from "../intake/contract.ts";
import { type FileToSend, uploadOf } from "../intake/upload.ts";
import { type Given, Misuse } from "./command.ts";

/** Where to write them; null where nobody asked. Not beside the files: the next import would read both. */
export function refusedFolderIn({ values, positionals }: Given): string | null {
  if (typeof values.refused !== "string") return null;
  const folder = resolve(values.refused);
  if (existsSync(folder) && !isFolder(folder))
    throw new Misuse(`--refused names a folder, and ${values.refused} is a file.`);
  const from = resolve(positionals[0] ?? "");
  if (folder === (isFolder(from) ? from : dirname(from)))
    throw new Misuse("--refused: write the refused rows into a folder of their own, where no import reads both.");
  return folder;
}

export async function writeRefused(
  client: Client,
  folder: string,
  files: FileToSend[],
  { refused }: ImportReport,
  say: Given["say"],
): Promise<void> {
  for (const file of files) {
    const its = refused.filter((one) => one.file === file.name);
    if (its.length === 0) continue;
    const { name, base64 } = await client.ask(refusedRows, {
      body: { files: [uploadOf(file)], refused: its },
      files: [file.content],
    });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), Buffer.from(base64, "base64"));
    say(`Refused rows of ${file.name}, to correct and import again: ${join(folder, name)}`);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
