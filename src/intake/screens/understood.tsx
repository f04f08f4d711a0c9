// How each file was understood, and its correction: kind, order of days, and which column holds what.
import { useRef } from "react";
import { plural } from "../../core/plural.ts";
import { Button, IconButton } from "../../web/ui/button.tsx";
import { SelectField } from "../../web/ui/field.tsx";
import { Notice } from "../../web/ui/notice.tsx";
import { Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { DateOrder } from "../cells.ts";
import type { ImportReport } from "../contract.ts";
import { hasDays, kindNamed, kinds, nearestKind } from "../kinds.ts";
import { lackingIn } from "../lacking.ts";
import { encodingWords, separatorWords } from "../layout.ts";
import type { GivenReading } from "../reading.ts";
import { type Draft, readingAs, withoutFile, withReading } from "./chosen.ts";

type Understood = ImportReport["understood"][number];
type Props = {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  report: ImportReport;
  /** Opens how a file is read. */
  onOpen: (name: string) => void;
};

export function Understood({ draft, onDraft, report: { understood, notes }, onOpen }: Props) {
  const correct = ({ name }: Understood, reading: GivenReading) => onDraft(withReading(draft, name, reading));
  const isToDecide = understood.some(({ reading, unclearDates }) => reading === null || unclearDates);
  const box = useRef<HTMLDivElement>(null);
  const leaveOut = (name: string) => {
    onDraft(withoutFile(draft, name));
    // The button goes with its row: the reader stays in the list.
    box.current?.focus();
  };
  const columns: Column<Understood>[] = [
    { name: "File", isName: true, cell: (file) => <Name file={file} /> },
    { name: "Kind of file", cell: (file) => <KindField file={file} correct={correct} /> },
    { name: "Days", cell: (file) => <OrderField file={file} correct={correct} /> },
    { name: "Columns", cell: (file) => <ColumnsButton file={file} open={() => onOpen(file.name)} /> },
    {
      name: "Leave out",
      hideName: true,
      end: true,
      cell: ({ name }) => <IconButton icon="x" label={`Leave out ${name}`} onClick={() => leaveOut(name)} />,
    },
  ];
  return (
    <Section title="How the files are read" note="Corrections are remembered for files with the same headings.">
      <Open understood={understood} />
      <div ref={box} tabIndex={-1}>
        <details className="card flush fold" open={isToDecide || understood.length === 1}>
          <summary>{plural(understood.length, "file")}: kind, days and columns</summary>
          <Table caption="Files and how they are read" columns={columns} rows={understood} keyOf={({ name }) => name} />
        </details>
      </div>
      <Notes notes={notes} />
    </Section>
  );
}

function Notes({ notes }: Pick<ImportReport, "notes">) {
  if (notes.length === 0) return null;
  return (
    <ul className="small">
      {notes.map(({ file, words }) => (
        <li key={`${file} ${words}`}>
          <b>{file}</b>: {words}
        </li>
      ))}
    </ul>
  );
}

function Open({ understood }: { understood: Understood[] }) {
  const unclear = understood.filter(({ unclearDates }) => unclearDates).map(({ name }) => name);
  return (
    <>
      {understood
        .filter(({ reading }) => reading === null)
        .map((file) => (
          <Notice key={file.name} kind="caution" title={`${file.name} ${lackingIn(file)}`}>
            {nearestKind(file.name, file.header) === null
              ? "Choose"
              : "Add what is missing and choose the file again, or choose"}{" "}
            its kind below, and then which column holds what. Until then nothing can be taken.
          </Notice>
        ))}
      {unclear.length > 0 && (
        <Notice kind="caution" title={`Choose the order of the days: ${unclear.join(", ")}.`}>
          Days like 03/04 can be read in two ways. Until then nothing can be taken.
        </Notice>
      )}
    </>
  );
}

function Name({ file: { name, format, encoding, separator, hasByteOrderMark } }: { file: Understood }) {
  const how =
    format === "xlsx" || encoding === "" || separator === ""
      ? ["Spreadsheet, first sheet"]
      : [encodingWords[encoding], separatorWords[separator].toLowerCase()];
  return (
    <>
      {name}
      <span className="with block">{[...how, ...(hasByteOrderMark ? ["with byte-order mark"] : [])].join(", ")}</span>
    </>
  );
}

type Correct = (file: Understood, reading: GivenReading) => void;

function KindField({ file, correct }: { file: Understood; correct: Correct }) {
  const { name, reading, header } = file;
  return (
    <SelectField
      label={`Kind of file, ${name}`}
      hideLabel
      value={reading?.kind ?? ""}
      options={[
        ...(reading === null ? [{ value: "", word: "Choose" }] : []),
        ...kinds.map(({ kind, label }) => ({ value: kind, word: label })),
      ]}
      onValue={(kind) => correct(file, readingAs(kind, header))}
    />
  );
}

const orderWords: { value: DateOrder; word: string }[] = [
  { value: "iso", word: "Year, month, day" },
  { value: "dmy", word: "Day, month, year" },
  { value: "mdy", word: "Month, day, year" },
];

function OrderField({ file, correct }: { file: Understood; correct: Correct }) {
  const { name, reading, unclearDates: isOpen } = file;
  if (reading === null || !hasDays(reading)) return <span className="muted">No days</span>;
  return (
    <SelectField
      label={`Order of days, ${name}`}
      hideLabel
      value={isOpen ? "" : reading.dateOrder}
      options={[...(isOpen ? [{ value: "", word: "Choose" }] : []), ...orderWords]}
      onValue={(dateOrder) => correct(file, { ...reading, dateOrder: dateOrder as DateOrder })}
    />
  );
}

function ColumnsButton({ file: { name, reading, header }, open }: { file: Understood; open: () => void }) {
  const fields = kindNamed(reading?.kind ?? "")?.fields ?? [];
  const found = fields.filter(({ key }) => (reading?.mapping[key] ?? null) !== null);
  const missing = fields.filter((field) => field.required && !found.includes(field)).length;
  const words =
    reading === null
      ? `${header.length} in the file`
      : `${found.length} of ${fields.length} found${missing === 0 ? "" : `, ${missing} needed`}`;
  return (
    <Button
      small
      {...(missing > 0 ? { icon: "alert" as const } : {})}
      aria-label={`Columns of ${name}: ${words}`}
      onClick={open}
    >
      {words}
    </Button>
  );
}
