// How each file was understood, and its correction: kind, order of days, and which column holds what.
import { useRef, useState } from "react";
import { Button, IconButton } from "../../web/ui/button.tsx";
import { SelectField } from "../../web/ui/field.tsx";
import { Notice } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { DateOrder } from "../cells.ts";
import type { ImportReport } from "../contract.ts";
import { kindNamed, kinds } from "../kinds.ts";
import type { Reading } from "../reading.ts";
import { type Draft, hasDays, readingAs, withoutFile, withReading } from "./chosen.ts";
import { Columns } from "./columns.tsx";

type Understood = ImportReport["understood"][number];
type Props = { draft: Draft; onDraft: (draft: Draft) => void; report: ImportReport };

export function Understood({ draft, onDraft, report: { understood, notes } }: Props) {
  const [opened, setOpened] = useState<string | null>(null);
  const shown = understood.find(({ name }) => name === opened);
  const correct = ({ name }: Understood, reading: Reading, isOrderOpen?: boolean) =>
    onDraft(withReading(draft, name, reading, isOrderOpen));
  const isOpen = (file: Understood) =>
    file.unclearDates || draft.files.some(({ name, isOrderOpen }) => name === file.name && isOrderOpen === true);
  const box = useRef<HTMLDivElement>(null);
  const leaveOut = (name: string) => {
    onDraft(withoutFile(draft, name));
    // The button goes with its row: the reader stays in the list.
    box.current?.focus();
  };
  const columns: Column<Understood>[] = [
    { name: "File", isName: true, cell: (file) => <Name file={file} /> },
    { name: "Kind of file", cell: (file) => <KindField file={file} correct={correct} /> },
    { name: "Days", cell: (file) => <OrderField file={file} isOpen={isOpen(file)} correct={correct} /> },
    { name: "Columns", cell: (file) => <ColumnsButton file={file} open={() => setOpened(file.name)} /> },
    {
      name: "Leave out",
      hideName: true,
      end: true,
      cell: ({ name }) => <IconButton icon="x" label={`Leave out ${name}`} onClick={() => leaveOut(name)} />,
    },
  ];
  return (
    <Section title="How the files are read" note="Corrections are remembered for files with the same headings.">
      <Open understood={understood} isOpen={isOpen} />
      <div ref={box} tabIndex={-1}>
        <Card flush>
          <Table caption="Files and how they are read" columns={columns} rows={understood} keyOf={({ name }) => name} />
        </Card>
      </div>
      <Notes notes={notes} />
      {shown?.reading && (
        <Columns
          name={shown.name}
          header={shown.header}
          sample={shown.sample}
          reading={shown.reading}
          onReading={(reading) => correct(shown, reading)}
          onClose={() => setOpened(null)}
        />
      )}
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

function Open({ understood, isOpen }: { understood: Understood[]; isOpen: (file: Understood) => boolean }) {
  const unknown = understood.filter(({ reading }) => reading === null).map(({ name }) => name);
  const unclear = understood.filter((file) => file.reading !== null && isOpen(file)).map(({ name }) => name);
  return (
    <>
      {unknown.length > 0 && (
        <Notice kind="caution" title={`Choose what kind of file this is: ${unknown.join(", ")}.`}>
          No kind that we know fits its headings. Until then nothing can be taken.
        </Notice>
      )}
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
    format === "xlsx" ? ["Spreadsheet, first sheet"] : [encoding.toUpperCase(), separatorWords[separator] ?? separator];
  return (
    <>
      {name}
      <span className="with block">
        {[...how, ...(hasByteOrderMark ? ["with byte-order mark"] : [])].filter((word) => word !== "").join(", ")}
      </span>
    </>
  );
}

const separatorWords: Record<string, string> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};

type Correct = (file: Understood, reading: Reading, isOrderOpen?: boolean) => void;

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
      onValue={(kind) => {
        const next = readingAs(kind, header);
        correct(file, next, hasDays(next));
      }}
    />
  );
}

const orderWords: { value: DateOrder; word: string }[] = [
  { value: "iso", word: "Year, month, day" },
  { value: "dmy", word: "Day, month, year" },
  { value: "mdy", word: "Month, day, year" },
];

function OrderField({ file, isOpen, correct }: { file: Understood; isOpen: boolean; correct: Correct }) {
  const { name, reading } = file;
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
  if (reading === null) return <span className="muted">{header.length} in the file</span>;
  const fields = kindNamed(reading.kind)?.fields ?? [];
  const found = fields.filter(({ key }) => (reading.mapping[key] ?? null) !== null);
  const missing = fields.filter((field) => field.required && !found.includes(field)).length;
  const words = `${found.length} of ${fields.length} found${missing === 0 ? "" : `, ${missing} needed`}`;
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
