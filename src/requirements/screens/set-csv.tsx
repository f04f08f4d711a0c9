// A set as a file: saved as CSV, and taken in from one, row by row, with a look before.
import { plural } from "../../core/plural.ts";
import { useState } from "react";
import { refusedCells, refusedColumns } from "../../intake/judged.ts";
import { useWrite } from "../../web/ask.ts";
import { saveCsv } from "../../web/save-csv.ts";
import { Button } from "../../web/ui/button.tsx";
import { FileDrop } from "../../web/ui/file-drop.tsx";
import { Notice } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { type CsvReport, importRequirementsCsv, previewRequirementsCsv } from "../contract.ts";
import { csvColumns, csvRowOf } from "../csv.ts";
import type { Requirement, RequirementSet } from "../requirement.ts";
import { sayPlans } from "./effect.tsx";

type Props = { set: RequirementSet; items: Requirement[]; isChanged: boolean };
type Sent = { name: string; base64: string };

export function SetCsv({ set, items, isChanged }: Props) {
  const params = { id: set.setId };
  const [file, setFile] = useState<Sent | null>(null);
  const [report, setReport] = useState<CsvReport | null>(null);
  const previewing = useWrite(previewRequirementsCsv, { params, invalidate: [] });
  const taking = useWrite(importRequirementsCsv, { params });
  const look = async (given: File[]) => {
    const [one] = given;
    if (one === undefined) return;
    const next = { name: one.name, base64: await base64Of(one) };
    setFile(next);
    setReport(null);
    previewing.mutate({ version: set.version, ...next }, { onSuccess: setReport });
  };
  const take = () => {
    if (file === null) return;
    void taking.mutateAsync({ version: set.version, ...file }).then(
      ({ added, changed }) => toast(`${added} added, ${changed} changed. Plans show it now.`),
      () => undefined,
    );
  };
  return (
    <Section title="As a file" note={`Columns: ${csvColumns.join(", ")}. Only title has to be there.`}>
      <Card>
        <div className="form">
          <Problem error={taking.error ?? previewing.error} />
          <div className="row">
            <Button icon="download" onClick={() => saveCsv(`${set.name}.csv`, [...csvColumns], items.map(csvRowOf))}>
              Save as CSV
            </Button>
          </div>
          {isChanged ? (
            <p className="muted">Save or throw away your draft before you take a file in.</p>
          ) : (
            <FileDrop
              label="Drop a file of requirements here"
              accept=".csv,.tsv,.txt,.xlsx"
              busy={previewing.isPending}
              onFiles={(given) => void look(given)}
            />
          )}
          {report !== null && file !== null && (
            <Report report={report} name={file.name} isBusy={taking.isPending} onTake={take} />
          )}
        </div>
      </Card>
    </Section>
  );
}

type ReportProps = { report: CsvReport; name: string; isBusy: boolean; onTake: () => void };

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

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
