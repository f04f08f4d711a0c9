// Rows that would not be taken, by reason, each with where it stands and what mends it; and those of each file as a file.
import { agreeing } from "../../core/plural.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { ImportReport } from "../contract.ts";
import type { RefusedRow } from "../judged.ts";
import type { Draft } from "./chosen.ts";
import { SaveRefused } from "./save-refused.tsx";
import { fieldWord, numberOf, rowsWord } from "./words.ts";

/** The others of a reason stand in the file to save. */
const shownMost = 50;
/** With more reasons than this, they stand as a list to open. */
const openMost = 3;

type Props = { draft: Draft; report: ImportReport };

export function RefusedRows({ draft, report: { refused, files } }: Props) {
  if (files.length === 0) return null;
  if (refused.length === 0)
    return (
      <Section title="Refused rows">
        <StatusLine kind="done">Every row could be read.</StatusLine>
      </Section>
    );
  const kindOf = new Map(files.map(({ name, kind }) => [name, kind]));
  const groups = Map.groupBy(refused, reasonOf);
  return (
    <Section title="Refused rows">
      <p className="small muted">{sayLeftOut(refused.length)}</p>
      <SaveRefused {...{ draft, refused }} />
      <Card flush className="reasons">
        {[...groups].map(([reason, rows]) => (
          <Group key={reason} reason={reason} rows={rows} kindOf={kindOf} isOpen={groups.size <= openMost} />
        ))}
      </Card>
    </Section>
  );
}

function sayLeftOut(count: number): string {
  const [they, them] = [agreeing(count, "It is", "They are"), agreeing(count, "it", "them")];
  return `${they} left out, and nothing else waits for ${them}. Save ${them}, correct the cells, and choose that file here; or mend ${them} in your system and import again.`;
}

type GroupProps = { reason: string; rows: RefusedRow[]; kindOf: Map<string, string>; isOpen: boolean };

function Group({ reason, rows, kindOf, isOpen }: GroupProps) {
  const columns: Column<RefusedRow>[] = [
    {
      name: "Where",
      isName: true,
      cell: ({ file, line }) => <span className="breakable">{`${file}, line ${numberOf(line)}`}</span>,
    },
    { name: "Field", cell: ({ file, field }) => fieldWord(kindOf.get(file), field) },
    {
      name: "Value",
      cell: ({ value }) =>
        value === "" ? <span className="muted">empty</span> : <span className="breakable">{value}</span>,
    },
    { name: "What to do", cell: ({ fix }) => fix },
  ];
  return (
    <details className="more" open={isOpen}>
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
  );
}

/** Reasons that differ only in the id they name are one; the id stands in the row. */
function reasonOf({ because, value }: RefusedRow): string {
  if (because.startsWith("It waits for your answer")) return "It waits for your answer: one person or two.";
  return because.replace(`the id ${value},`, "that id,");
}
