// CSV on its way out, for people who open it in a spreadsheet. Runs in the browser too.

/** What a spreadsheet would take for a formula is made plain text, on the way out only; numbers stay numbers. */
export function neutralised(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
}

/** CSV that any spreadsheet opens without running anything in it. */
export function csvOf(header: string[], rows: string[][]): string {
  return [header, ...rows].map((row) => `${row.map((cell) => quoted(neutralised(cell))).join(",")}\r\n`).join("");
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
