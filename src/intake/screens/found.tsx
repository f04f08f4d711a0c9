// What a look found in the chosen files, in the order in which it is to be decided.
import type { ImportReport } from "../contract.ts";
import { CameToBe } from "./came-to-be.tsx";
import { openIn } from "../judged.ts";
import type { Draft } from "./chosen.ts";
import { Collisions } from "./collisions.tsx";
import { Counts } from "./counts.tsx";
import type { useQuestions } from "./look.ts";
import { Questions } from "./questions.tsx";
import { RefusedRows } from "./refused-rows.tsx";
import { Understood } from "./understood.tsx";

type Props = {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  report: ImportReport;
  questions: ReturnType<typeof useQuestions>;
  /** Opens how a file is read. */
  onOpen: (name: string) => void;
};

export function Found({ draft, onDraft, report, questions: { asked, before }, onOpen }: Props) {
  const isOfThese = ({ file }: { file: string }) => draft.files.some(({ name }) => name === file);
  // Until then no row was tried out: "nothing" and "no pair" would be said of what nobody has looked at.
  const isTried = openIn(report.understood) === undefined;
  return (
    <>
      <Understood {...{ draft, onDraft, report, onOpen }} />
      <Counts title="What would happen" files={report.files} />
      {isTried && report.files.length > 0 && <CameToBe report={report} title="What would come to be" />}
      <Questions {...{ draft, onDraft }} asked={asked.filter(isOfThese)} before={before.filter(isOfThese)} />
      <RefusedRows {...{ draft, report }} />
      {isTried && <Collisions report={report} />}
    </>
  );
}
