// The files of the typeface, which the server reads once. NOTE: only for the server; a browser has none of this.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fontNames } from "./typeface.ts";

let files: ReadonlyMap<string, Buffer> | undefined;

export function typefaceFiles(): ReadonlyMap<string, Buffer> {
  files ??= new Map(fontNames.map((name) => [name, fileOf(name)]));
  return files;
}

function fileOf(name: string): Buffer {
  const { resolve } = createRequire(import.meta.url);
  return readFileSync(resolve(`@fontsource/source-serif-4/files/source-serif-4-${name}-normal.woff`));
}
