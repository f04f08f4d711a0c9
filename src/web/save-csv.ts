// A table that the browser saves as a CSV file, for people who open it in a spreadsheet.
import { csvOf } from "../intake/export-cell.ts";

/** The byte-order mark tells spreadsheets that names are in UTF-8. */
export function saveCsv(name: string, head: string[], rows: string[][]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\uFEFF", csvOf(head, rows)], { type: "text/csv" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
