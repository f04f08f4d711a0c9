// A table as a file: saved as CSV, and taken in from one, row by row, with a look before.
import { plural } from "../../core/plural.ts";
import { useState } from "react";
import { refusedCells, refusedColumns } from "../../intake/judged.ts";
import type { AskError } from "../../web/ask.ts";
import { base64Of } from "../../web/content-of.ts";
import { saveCsv } from "../../web/save-csv.ts";
import { Button } from "../../web/ui/button.tsx";
import { FileDrop } from "../../web/ui/file-drop.tsx";
import { Notice } from "../../web/ui/notice.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import type { TimelineCsvReport } from "../contract.ts";
import { sayPlans } from "./effect.tsx";

type SaveProps = { name: string; columns: readonly string[]; rows: string[][] };

export function SaveCsv({ name, columns, rows }: SaveProps) {
  return (
    <Button icon="download" onClick={() => saveCsv(`${name}.csv`, [...columns], rows)}>
      Save as CSV
    </Button>
  );
}

type FileReport = Omit<TimelineCsvReport, "version">;
type Sent = { name: string; base64: string };

type Props<Report extends FileReport> = {
  label: string;
  error: AskError | null;
  isLooking: boolean;
  isTaking: boolean;
  look: (file: Sent) => Promise<Report>;
  take: (file: Sent, report: Report) => Promise<FileReport>;
};

export function CsvFile<Report extends FileReport>({ label, error, isLooking, isTaking, look, take }: Props<Report>) {
  const [looked, setLooked] = useState<{ file: Sent; report: Report } | null>(null);
  // What is refused stands in `error`.
  const lookAt = async ([one]: File[]) => {
    if (one === undefined) return;
    const file = { name: one.name, base64: await base64Of(one) };
    setLooked(null);
    await look(file).then(
      (report) => setLooked({ file, report }),
      () => undefined,
    );
  };
  const takeIn = ({ file, report }: { file: Sent; report: Report }) =>
    take(file, report).then(
      ({ added, changed }) => toast(`${added} added, ${changed} changed. Plans show it now.`),
      () => undefined,
    );
  return (
    <>
      <Problem error={error} />
      <FileDrop label={label} accept=".csv,.tsv,.txt,.xlsx" busy={isLooking} onFiles={(given) => void lookAt(given)} />
      {looked !== null && (
        <Report report={looked.report} name={looked.file.name} isBusy={isTaking} onTake={() => void takeIn(looked)} />
      )}
    </>
  );
}

type ReportProps = { report: FileReport; name: string; isBusy: boolean; onTake: () => void };

function Report({ report, name, isBusy, onTake }: ReportProps) {
  const { rows, added, changed, unchanged, refused, ignored, plans } = report;
  const lines = new Set(refused.map(({ line }) => line)).size;
  return (
    <>
      <Notice
        live
        title={`${name}: ${plural(rows, "row")}. ${added} new, ${changed} changed, ${unchanged} as they are, ${lines} refused.`}
      >
        <p>{sayPlans(plans)}</p>
        {ignored.length > 0 && <p>Columns that are not read: {ignored.join(", ")}.</p>}
      </Notice>
      {refused.length > 0 && (
        <>
          <ul aria-label="Refused">
            {refused.slice(0, 50).map(({ line, field, because, fix }) => (
              <li key={`${line} ${field} ${because}`} className="small">
                Line {line}, {field}: {because} {fix}
              </li>
            ))}
          </ul>
          <div className="row">
            <Button
              small
              icon="download"
              onClick={() => saveCsv("refused.csv", refusedColumns, refused.map(refusedCells))}
            >
              Save the refused rows
            </Button>
          </div>
        </>
      )}
      <div className="row">
        {added + changed > 0 ? (
          <Button kind="primary" busy={isBusy} onClick={onTake}>
            Take {plural(added + changed, "row")}
          </Button>
        ) : (
          <p className="muted">There is nothing to take.</p>
        )}
      </div>
    </>
  );
}
