// What the chosen files would bring, in the order in which it is to be decided, and the one act at its end.
import { useState } from "react";
import { type Draft, withLayout, withoutFile, withReading } from "./chosen.ts";
import { Found } from "./found.tsx";
import { HowRead } from "./how-read.tsx";
import { type Look, useQuestions } from "./look.ts";
import { Looking } from "./looking.tsx";
import { Take } from "./take.tsx";
import type { Taking } from "./taking.ts";
import { Unread } from "./unread.tsx";

type Props = {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  look: Look;
  taking: Taking;
};

export function Looked({ draft, onDraft, look, taking }: Props) {
  const { report, error } = look;
  const questions = useQuestions(report);
  const [opened, setOpened] = useState<string | null>(null);
  const shown = draft.files.find(({ name }) => name === opened);
  return (
    <>
      <Looking look={look} count={draft.files.length} />
      {error && !look.isLooking && (
        <Unread
          error={error}
          names={draft.files.map(({ name }) => name)}
          onAgain={look.again}
          onOpen={setOpened}
          onLeaveOut={(name) => onDraft(withoutFile(draft, name))}
        />
      )}
      {report && !error && (
        <>
          <div className="col" inert={taking.isTaking}>
            <Found {...{ draft, onDraft, report, questions }} onOpen={setOpened} />
          </div>
          <Take {...{ report, look, taking }} />
        </>
      )}
      {shown && (
        <HowRead
          key={shown.name}
          file={shown}
          understood={report?.understood.find(({ name }) => name === shown.name)}
          error={look.isLooking ? null : error}
          onLayout={(layout) => onDraft(withLayout(draft, shown.name, layout))}
          onReading={(reading) => onDraft(withReading(draft, shown.name, reading))}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
