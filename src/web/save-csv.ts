// A table that the browser saves as a CSV file, for people who open it in a spreadsheet.
import { csvOf } from "../intake/export-cell.ts";
import { saveText } from "./save-text.ts";

/** The byte-order mark tells spreadsheets that names are in UTF-8. */
export function saveCsv(name: string, head: string[], rows: string[][]): void {
  saveText(name, `\uFEFF${csvOf(head, rows)}`, "text/csv");
}
