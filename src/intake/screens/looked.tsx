// What the chosen files would bring, in the order in which it is to be decided, and the one act at its end.
import type { AskError } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import type { ImportReport } from "../contract.ts";
import { type Draft, withoutFile } from "./chosen.ts";
import { Collisions } from "./collisions.tsx";
import { Counts, sumOf } from "./counts.tsx";
import { type Look, useQuestions } from "./look.ts";
import { Questions } from "./questions.tsx";
import { RefusedRows } from "./refused-rows.tsx";
import { Understood } from "./understood.tsx";
import { rowsWord } from "./words.ts";

type Props = {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  look: Look;
  onTake: () => void;
  isTaking: boolean;
  refusal: AskError | null;
};

export function Looked({ draft, onDraft, look, onTake, isTaking, refusal }: Props) {
  const { report, error } = look;
  const questions = useQuestions(report).filter(({ file }) => draft.files.some(({ name }) => name === file));
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
          <Understood draft={draft} onDraft={onDraft} report={report} />
          <Counts title="What would happen" files={report.files} />
          <Questions questions={questions} draft={draft} onDraft={onDraft} />
          <RefusedRows report={report} />
          <Collisions report={report} />
          <Take {...{ report, draft, look, onTake, isTaking, refusal }} />
        </>
      )}
    </>
  );
}

function Looking({ look, count }: { look: Look; count: number }) {
  if (look.isLooking)
    return (
      <div className="row" aria-busy="true">
        <StatusLine kind="wait" live>
          Looking at {count === 1 ? "one file" : `${count} files`}. Nothing is kept yet.
        </StatusLine>
        <Button small onClick={look.stop}>
          Stop
        </Button>
      </div>
    );
  if (look.isCurrent || look.error) return null;
  return (
    <div className="row">
      <StatusLine icon="pause" live>
        Stopped. Nothing was kept.
      </StatusLine>
      <Button small icon="rotate" onClick={look.again}>
        Look again
      </Button>
    </div>
  );
}

function Take({ report, draft, look, onTake, isTaking, refusal }: Omit<Props, "onDraft"> & { report: ImportReport }) {
  const { taken } = sumOf(report.files);
  const open = openIn(report, draft);
  const because =
    open ??
    (taken === 0
      ? "There is no row to take."
      : look.isCurrent
        ? null
        : look.isLooking
          ? "Looking at it first."
          : "Look again first.");
  return (
    <Section title="Take them in">
      <Card className="plain-sheet">
        <Problem error={refusal} />
        <p>
          {because ??
            "All of them are taken together, or none. You can take the whole import back within 24 hours. The same files again change nothing."}
        </p>
        <div className="row">
          <Button kind="primary" icon="check" disabled={because !== null} busy={isTaking} onClick={onTake}>
            Take {rowsWord(taken)}
          </Button>
          {isTaking && (
            <StatusLine kind="wait" live>
              Writing {rowsWord(taken)}. It goes on if you leave this page.
            </StatusLine>
          )}
        </div>
      </Card>
    </Section>
  );
}

/** What somebody has to say before anything can be taken; null when all is said. */
function openIn({ understood }: ImportReport, { files }: Draft): string | null {
  const kind = understood.find(({ reading }) => reading === null);
  if (kind) return `First say what kind of file ${kind.name} is, or leave it out.`;
  const isOpen = (name: string) => files.find((file) => file.name === name)?.isOrderOpen;
  const order = understood.find(({ name, unclearDates }) => unclearDates || isOpen(name));
  return order ? `First say in which order ${order.name} writes its days.` : null;
}
