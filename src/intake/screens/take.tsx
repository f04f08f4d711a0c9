// The one act at the end of a look: taking the rows in, with how far it is and a way to stop it.
import { useEffect, useRef } from "react";
import { Button } from "../../web/ui/button.tsx";
import { Notice, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { Progress } from "../../web/ui/progress.tsx";
import { agreeing, plural } from "../../core/plural.ts";
import type { ImportReport } from "../contract.ts";
import { openIn } from "../judged.ts";
import { sumOf } from "./counts.tsx";
import type { Look } from "./look.ts";
import type { Taking } from "./taking.ts";
import { numberOf, rowsWord } from "./words.ts";

type Props = { report: ImportReport; look: Look; taking: Taking };

export function Take({ report, look, taking }: Props) {
  const { taken } = sumOf(report.files);
  const answers = answersIn(report);
  const { withdrawn } = report.proposals;
  const button = useRef<HTMLButtonElement>(null);
  // "Stop" is gone: the reader stands where they can go on.
  useEffect(() => {
    if (taking.stopped !== null) button.current?.focus();
  }, [taking.stopped]);
  const because = becauseOf(report, look);
  return (
    <Section title="Take them in">
      <Card className="plain-sheet">
        <Problem error={taking.error} />
        {!taking.isTaking && <Stopped how={taking.stopped} />}
        <p>
          {because ??
            "All of them are taken together, or none. You can take the whole import back within 24 hours. The same files again change nothing."}
        </p>
        {withdrawn > 0 && (
          <StatusLine icon="alert">
            {plural(withdrawn, "proposal")} that {agreeing(withdrawn, "waits", "wait")} for an answer would be
            withdrawn.
          </StatusLine>
        )}
        <div className="row">
          <Button
            kind="primary"
            icon="check"
            ref={button}
            disabled={because !== null}
            busy={taking.isTaking}
            onClick={taking.take}
          >
            {taken === 0 && answers > 0 ? `Keep ${answersWord(answers)}` : `Take ${rowsWord(taken)}`}
          </Button>
        </div>
        {taking.isTaking && <Writing taking={taking} rows={taken} />}
      </Card>
    </Section>
  );
}

/** "Two people", said for the first time: worth keeping even where every row is here already. */
function answersIn({ added }: ImportReport): number {
  return added.told_apart ?? 0;
}

function answersWord(count: number): string {
  return count === 1 ? "the answer" : `${numberOf(count)} answers`;
}

function Writing({ taking, rows }: { taking: Taking; rows: number }) {
  const { done, of } = taking.progress ?? { done: 0, of: 1 };
  return (
    <div className="progress" aria-busy="true">
      <StatusLine kind="wait" live>
        Writing {rowsWord(rows)}. Keep this window open: closing it stops the import, and nothing is kept.
      </StatusLine>
      <Progress
        label="Taking the rows in"
        done={done}
        of={of}
        words={wordsOf(taking)}
        {...(taking.isClosing ? {} : { onCancel: taking.stop })}
      />
    </div>
  );
}

function wordsOf({ progress, isClosing, isStopping }: Taking): string {
  if (isStopping) return "Stopping";
  if (progress === null) return "Reading the rows";
  if (isClosing) return "Keeping them";
  return `${numberOf(progress.done)} of ${rowsWord(progress.of)}`;
}

function Stopped({ how }: { how: Taking["stopped"] }) {
  if (how === null) return null;
  if (how === "nothing kept")
    return (
      <StatusLine icon="pause" live>
        Stopped. Nothing was kept. Change what you like, and take them when you are ready.
      </StatusLine>
    );
  const [title, next] =
    how === "kept"
      ? [
          "The import was done before it could be stopped.",
          "It stands below, and you can take it back within 24 hours.",
        ]
      : ["Stopped, but the server cannot be asked what it kept.", "Take the rows again: nothing is done twice."];
  return (
    <Notice kind="caution" title={title} live>
      {next}
    </Notice>
  );
}

function becauseOf(report: ImportReport, look: Look): string | null {
  const open = openIn(report.understood);
  if (open) return `First settle what is asked of ${open.name} above, or leave it out.`;
  const { taken, unchanged } = sumOf(report.files);
  if (taken === 0 && answersIn(report) === 0)
    return unchanged > 0 ? "Nothing to take: every row that can be taken is here already." : "There is no row to take.";
  if (look.isCurrent) return null;
  return look.isLooking ? "Looking at it first." : "Look again first.";
}
