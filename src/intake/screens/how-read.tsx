// How one file is read, corrected by hand: its encoding, its separator, its heading line, and which column holds what.
import { useState } from "react";
import type { AskError } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { type Option, SelectField } from "../../web/ui/field.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import type { ImportReport } from "../contract.ts";
import { kindNamed } from "../kinds.ts";
import { encodings, encodingWords, type Layout, separators, separatorWords } from "../layout.ts";
import type { GivenReading } from "../reading.ts";
import type { ChosenFile } from "./chosen.ts";

type Understood = ImportReport["understood"][number];
type Props = {
  file: ChosenFile;
  /** As it was read the last time; not there while it never could be. */
  understood: Understood | undefined;
  error: AskError | null;
  onLayout: (layout: Layout) => void;
  onReading: (reading: GivenReading) => void;
  onClose: () => void;
};

/** Stays open through a look that is refused: the next choice may be the right one. */
export function HowRead({ file, understood: now, error, onLayout, onReading, onClose }: Props) {
  const { name } = file;
  const [last, setLast] = useState(now);
  if (now !== undefined && now !== last) setLast(now);
  const understood = now ?? last;
  // What was chosen since the last look counts: several columns may be chosen while it goes on.
  const reading = file.reading ?? understood?.reading;
  return (
    <Dialog
      title={`How ${name} is read`}
      isOpen
      wide
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <p className="small muted">Each change is looked at again at once.</p>
      <Problem error={error} fields={{ [name]: name }} isLive />
      <LayoutFields {...{ file, understood, onLayout }} />
      {reading && understood && !error && isOfLayout(understood, file) && (
        <ColumnFields {...{ understood, reading, onReading }} />
      )}
    </Dialog>
  );
}

/** Whether these columns are the ones that the file has as it is parted now. */
function isOfLayout({ separator, headingLine }: Understood, { layout = {} }: ChosenFile): boolean {
  return (layout.separator ?? separator) === separator && (layout.headingLine ?? headingLine) === headingLine;
}

/** Lines among which the headings are chosen. */
const linesShown = 20;

function LayoutFields({ file, understood, onLayout }: Pick<Props, "file" | "understood" | "onLayout">) {
  const { name, layout = {} } = file;
  const isSheet = understood?.format === "xlsx" || (understood === undefined && /\.xlsx$/i.test(name));
  const encoding = layout.encoding ?? understood?.encoding ?? "";
  const separator = layout.separator ?? understood?.separator ?? "";
  const line = layout.headingLine ?? understood?.headingLine;
  const count = Math.max(linesShown, line ?? 0);
  const lines = Array.from({ length: count }, (_, at) => ({ value: String(at + 1), word: `Line ${at + 1}` }));
  return (
    <div className="fields">
      {!isSheet && (
        <>
          <SelectField
            label="Encoding"
            hint="Choose another where letters come out wrong."
            value={encoding}
            options={withUnsaid(
              encoding,
              encodings.map((value) => ({ value, word: encodingWords[value] })),
            )}
            onValue={(value) => onLayout({ ...layout, encoding: value as NonNullable<Layout["encoding"]> })}
          />
          <SelectField
            label="Cells are parted by"
            value={separator}
            options={withUnsaid(
              separator,
              separators.map((value) => ({ value, word: separatorWords[value] })),
            )}
            onValue={(value) => onLayout({ ...layout, separator: value as NonNullable<Layout["separator"]> })}
          />
        </>
      )}
      <SelectField
        label={isSheet ? "Row with the headings" : "Line with the headings"}
        hint={understood && line === understood.headingLine ? headingsIn(understood) : undefined}
        value={line === undefined ? "" : String(line)}
        options={withUnsaid(line === undefined ? "" : String(line), lines)}
        onValue={(value) => onLayout({ ...layout, headingLine: Number(value) })}
      />
    </div>
  );
}

/** Nothing is found out of a file that could not be read. */
function withUnsaid(value: string, options: Option[]): Option[] {
  return value === "" ? [{ value: "", word: "Found out" }, ...options] : options;
}

const headingsShown = 6;

function headingsIn({ header }: Understood): string {
  const shown = header.slice(0, headingsShown).map((heading) => (heading === "" ? "(empty)" : heading));
  return `${shown.join(" · ")}${header.length > headingsShown ? ` and ${header.length - headingsShown} more` : ""}`;
}

type Columns = {
  understood: Understood;
  reading: GivenReading;
  onReading: (reading: GivenReading) => void;
};

function ColumnFields({ understood: { header, sample }, reading, onReading }: Columns) {
  const kind = kindNamed(reading.kind);
  const options = [
    { value: "", word: "No column" },
    ...header.map((column, at) => ({ value: String(at), word: column === "" ? `Column ${at + 1}` : column })),
  ];
  const choose = (key: string, value: string, isDay: boolean) => {
    const { dateOrder, ...rest } = reading;
    const mapping = { ...reading.mapping, [key]: value === "" ? null : Number(value) };
    // Nobody has looked at the days of another column.
    onReading({ ...rest, mapping, ...(isDay || dateOrder === undefined ? {} : { dateOrder }) });
  };
  return (
    <>
      <h3>{kind?.label}: which column holds what</h3>
      <div className="fields">
        {kind?.fields.map(({ key, label, required, isDay = false }) => {
          const at = reading.mapping[key] ?? null;
          const isMissing = required && at === null;
          return (
            <SelectField
              key={key}
              label={required ? label : `${label} (may be absent)`}
              options={options}
              hint={at === null ? undefined : saidIn(sample, at)}
              value={at === null ? "" : String(at)}
              error={isMissing ? "Choose its column. Without it every row is refused." : undefined}
              onValue={(value) => choose(key, value, isDay)}
            />
          );
        })}
      </div>
    </>
  );
}

/** What the column says in a few rows, as it is read. */
function saidIn(sample: string[][], at: number): string {
  const said = [...new Set(sample.map((cells) => cells[at] ?? ""))].filter((cell) => cell !== "");
  return said.length === 0 ? "Empty in the first rows." : `Such as ${said.join(" · ")}`;
}
