// What the chosen files would bring, in the order in which it is to be decided, and the one act at its end.
import { Button } from "../../web/ui/button.tsx";
import { Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { type Draft, withoutFile } from "./chosen.ts";
import { CameToBe } from "./came-to-be.tsx";
import { Collisions } from "./collisions.tsx";
import { Counts } from "./counts.tsx";
import { type Look, useQuestions } from "./look.ts";
import { Looking } from "./looking.tsx";
import { Questions } from "./questions.tsx";
import { RefusedRows } from "./refused-rows.tsx";
import { Take } from "./take.tsx";
import type { Taking } from "./taking.ts";
import { Understood } from "./understood.tsx";

type Props = {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  look: Look;
  taking: Taking;
};

export function Looked({ draft, onDraft, look, taking }: Props) {
  const { report, error } = look;
  const { asked, before } = useQuestions(report);
  const isOfThese = ({ file }: { file: string }) => draft.files.some(({ name }) => name === file);
  const remove = (name: string) => onDraft(withoutFile(draft, name));
  return (
    <>
      <Looking look={look} count={draft.files.length} />
      {error && !look.isLooking && (
        <Section title="Files that could not be read">
          <Problem error={error} fields={Object.fromEntries(draft.files.map(({ name }) => [name, name]))} />
          <div className="row">
            <Button small icon="rotate" onClick={look.again}>
              Look again
            </Button>
            {draft.files.map(({ name }) => (
              <Button key={name} small icon="x" onClick={() => remove(name)}>
                Leave out {name}
              </Button>
            ))}
          </div>
        </Section>
      )}
      {report && !error && (
        <>
          <div className="col" inert={taking.isTaking}>
            <Understood draft={draft} onDraft={onDraft} report={report} />
            <Counts title="What would happen" files={report.files} />
            <CameToBe report={report} title="What would come to be" />
            <Questions {...{ draft, onDraft }} asked={asked.filter(isOfThese)} before={before.filter(isOfThese)} />
            <RefusedRows report={report} />
            <Collisions report={report} />
          </div>
          <Take {...{ report, draft, look, taking }} />
        </>
      )}
    </>
  );
}
