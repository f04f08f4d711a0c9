// Rows that would not be taken, by reason, each with where it stands and what mends it; and all of them as a file.
import { Button } from "../../web/ui/button.tsx";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { ImportReport } from "../contract.ts";
import { csvOf } from "../export-cell.ts";
import type { RefusedRow } from "../judged.ts";
import { fieldWord, numberOf, rowsWord } from "./words.ts";

/** The others of a reason stand in the file to save. */
const shownMost = 50;

export function RefusedRows({ report: { refused, files } }: { report: ImportReport }) {
  if (files.length === 0) return null;
  if (refused.length === 0)
    return (
      <Section title="Refused rows">
        <StatusLine kind="done">Every row could be read.</StatusLine>
      </Section>
    );
  const kindOf = new Map(files.map(({ name, kind }) => [name, kind]));
  const groups = Map.groupBy(refused, ({ because }) => reasonOf(because));
  return (
    <Section
      title="Refused rows"
      note={
        <Button small icon="download" onClick={() => save(refused)}>
          Save the rejected rows as CSV
        </Button>
      }
    >
      <p className="small muted">
        They are left out, and nothing else waits for them. Mend them in your system and import again.
      </p>
      {[...groups].map(([reason, rows]) => (
        <Group key={reason} reason={reason} rows={rows} kindOf={kindOf} />
      ))}
    </Section>
  );
}

type GroupProps = { reason: string; rows: RefusedRow[]; kindOf: Map<string, string> };

function Group({ reason, rows, kindOf }: GroupProps) {
  const columns: Column<RefusedRow>[] = [
    { name: "Where", isName: true, cell: ({ file, line }) => `${file}, line ${numberOf(line)}` },
    { name: "Field", cell: ({ file, field }) => fieldWord(kindOf.get(file), field) },
    { name: "Value", cell: ({ value }) => (value === "" ? <span className="muted">empty</span> : value) },
    { name: "What to do", cell: ({ fix }) => fix },
  ];
  return (
    <Card flush>
      <details className="more" open={rows.length <= 5}>
        <summary>
          {reason} <span className="muted">{rowsWord(rows.length)}</span>
        </summary>
        <Table
          caption={`${reason} The rows`}
          columns={columns}
          rows={rows.slice(0, shownMost)}
          keyOf={({ file, line, field }) => `${file} ${line} ${field}`}
        />
        {rows.length > shownMost && (
          <p className="table-foot small muted">
            And {numberOf(rows.length - shownMost)} more of this reason, in the file that you can save.
          </p>
        )}
      </details>
    </Card>
  );
}

/** Reasons that name ids are one reason. */
function reasonOf(because: string): string {
  return because.startsWith("It waits for your answer") ? "It waits for your answer above." : because;
}

function save(refused: RefusedRow[]): void {
  const rows = refused.map(({ file, line, field, value, because, fix }) => [
    file,
    String(line),
    field,
    value,
    because,
    fix,
  ]);
  const text = csvOf(["file", "line", "field", "value", "why", "what to do"], rows);
  const link = document.createElement("a");
  // The mark at the beginning lets spreadsheets read the names as they are written.
  link.href = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv" }));
  link.download = "rejected-rows.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}
