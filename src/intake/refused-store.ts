// Rows that an import refused, out of their file once more: as a file to correct. Nothing of it is kept.
import type { Download } from "../core/download.ts";
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { type GivenFile, tablesOf } from "./given-store.ts";
import type { RefusedRow } from "./judged.ts";
import { refusedCsv, refusedName } from "./refused-file.ts";
import { rememberedReadings } from "./store.ts";

export async function refusedFile(tx: Tx, me: Me, file: GivenFile, refused: RefusedRow[]): Promise<Download> {
  const [table] = await tablesOf([file], await rememberedReadings(tx, me));
  const its = refused.filter((one) => one.file === file.name);
  const text = table === undefined ? "" : refusedCsv(table.header, table.rows, its);
  // The byte-order mark tells spreadsheets that names are in UTF-8.
  const base64 = Buffer.from(`\uFEFF${text}`).toString("base64");
  return { name: refusedName(file.name), type: "text/csv; charset=utf-8", base64 };
}
