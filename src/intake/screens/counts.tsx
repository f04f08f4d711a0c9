// Every row of every file, counted once: taken, refused, here already, said twice, or not needed.
import { Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { FileCount } from "../judged.ts";
import { kindWord, numberOf, rowsWord } from "./words.ts";

const columns: Column<FileCount>[] = [
  { name: "File", isName: true, cell: ({ name }) => name },
  { name: "Kind", cell: ({ kind }) => (kind === "" ? "" : kindWord(kind)) },
  { name: "Rows in", end: true, cell: ({ rowsIn }) => numberOf(rowsIn) },
  { name: "Taken", end: true, cell: ({ taken }) => numberOf(taken) },
  { name: "Refused", end: true, cell: ({ refused }) => numberOf(refused) },
  { name: "Unchanged", end: true, cell: ({ unchanged }) => numberOf(unchanged) },
  { name: "Said twice", end: true, cell: ({ repeated }) => numberOf(repeated) },
];
const notNeeded: Column<FileCount> = { name: "Not needed", end: true, cell: ({ leftOut }) => numberOf(leftOut) };

type CountsProps = {
  files: FileCount[];
  title: string;
  /** The table stands open: it is what the page is about. */
  isOpen?: boolean;
};

/** The sum at once, the table on demand: with eight files it is the longest part of a phone's page. */
export function Counts({ files, title, isOpen = false }: CountsProps) {
  if (files.length === 0) return null;
  const { rowsIn, taken, refused, unchanged, repeated, leftOut } = sumOf(files);
  const rest = leftOut === 0 ? "" : ` + ${numberOf(leftOut)} not needed`;
  const sum = `${rowsWord(rowsIn)} in = ${numberOf(taken)} taken + ${numberOf(refused)} refused + ${numberOf(unchanged)} unchanged + ${numberOf(repeated)} said twice${rest}`;
  return (
    <Section title={title} note={sum}>
      <details className="card flush fold" open={isOpen || files.length === 1}>
        <summary>Rows by file</summary>
        <Table
          caption="Rows by file"
          columns={leftOut === 0 ? columns : [...columns, notNeeded]}
          rows={files.length === 1 ? files : [...files, sumOf(files)]}
          keyOf={({ name }) => name}
        />
      </details>
    </Section>
  );
}

export function sumOf(files: FileCount[]): FileCount {
  const sum = (of: (file: FileCount) => number) => files.reduce((before, file) => before + of(file), 0);
  return {
    name: "All files",
    kind: "",
    rowsIn: sum(({ rowsIn }) => rowsIn),
    taken: sum(({ taken }) => taken),
    refused: sum(({ refused }) => refused),
    unchanged: sum(({ unchanged }) => unchanged),
    repeated: sum(({ repeated }) => repeated),
    leftOut: sum(({ leftOut }) => leftOut),
  };
}
