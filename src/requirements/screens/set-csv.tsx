// A set as a file: saved as CSV, and taken in from one, row by row, with a look before.
import { useWrite } from "../../web/ask.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { importRequirementsCsv, previewRequirementsCsv } from "../contract.ts";
import { csvColumns, csvRowOf } from "../csv.ts";
import type { Requirement, RequirementSet } from "../requirement.ts";
import { CsvFile, SaveCsv } from "./csv-file.tsx";

type Props = { set: RequirementSet; items: Requirement[]; isChanged: boolean };

export function SetCsv({ set, items, isChanged }: Props) {
  const params = { id: set.setId };
  const previewing = useWrite(previewRequirementsCsv, { params, invalidate: [] });
  const taking = useWrite(importRequirementsCsv, { params });
  return (
    <Section title="As a file" note={`Columns: ${csvColumns.join(", ")}. Only title has to be there.`}>
      <Card>
        <div className="form">
          <div className="row">
            <SaveCsv name={set.name} columns={csvColumns} rows={items.map(csvRowOf)} />
          </div>
          {isChanged ? (
            <p className="muted">Save or throw away your draft before you take a file in.</p>
          ) : (
            <CsvFile
              label="Drop a file of requirements here"
              error={taking.error ?? previewing.error}
              isLooking={previewing.isPending}
              isTaking={taking.isPending}
              look={(file) => previewing.mutateAsync({ version: set.version, ...file })}
              take={(file) => taking.mutateAsync({ version: set.version, ...file })}
            />
          )}
        </div>
      </Card>
    </Section>
  );
}
