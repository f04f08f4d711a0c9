// CSV on its way out, for people who open it in a spreadsheet, and its cells on their way back. Runs in the browser too.

/** What a spreadsheet would take for a formula, with the quotation marks that may stand before it. */
const formula = /^'*[=+\-@\t\r]/;
const number = /^[+-]?\d+([.,]\d+)?$/;

/** What a spreadsheet would take for a formula is made plain text, on the way out only; numbers stay numbers. */
export function neutralised(cell: string): string {
  return formula.test(cell) && !number.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before an export: of the quotation marks before what is no formula then, one is the export's. */
export function unneutralised(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** CSV that any spreadsheet opens without running anything in it. */
export function csvOf(header: string[], rows: string[][]): string {
  return [header, ...rows].map((row) => `${row.map((cell) => quoted(neutralised(cell))).join(",")}\r\n`).join("");
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
