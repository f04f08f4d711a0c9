// Both sides of the wall as an educator stands on them: what they are certified to guide, and whom they judge.
import type { EducatorHome } from "../educator-home.ts";
import { CertificationTable } from "./certification-table.tsx";
import { JudgingDuties } from "./judging-duties.tsx";

export function BothSides({ home }: { home: EducatorHome }) {
  return (
    <div className="cols cols-even">
      <CertificationTable lanes={home.lanes} />
      <JudgingDuties home={home} />
    </div>
  );
}
