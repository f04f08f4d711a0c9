// While the chosen files are looked at: how far that is, stopping it, and looking again.
import { useEffect, useRef } from "react";
import { plural } from "../../core/plural.ts";
import { Button } from "../../web/ui/button.tsx";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Progress } from "../../web/ui/progress.tsx";
import type { Look } from "./look.ts";
import { numberOf, rowsWord } from "./words.ts";

export function Looking({ look, count }: { look: Look; count: number }) {
  const again = useRef<HTMLButtonElement>(null);
  const isStopped = !look.isLooking && !look.isCurrent && look.error === null;
  const wasStopped = useRef(isStopped);
  // The button that was pressed is gone: the reader stands on the one that goes on.
  useEffect(() => {
    if (isStopped && !wasStopped.current) again.current?.focus();
    wasStopped.current = isStopped;
  }, [isStopped]);
  if (look.isLooking) {
    const { done, of } = look.progress ?? { done: 0, of: 1 };
    return (
      <div className="progress" aria-busy="true">
        <StatusLine kind="wait" live>
          Looking at {plural(count, "file")}. Nothing is kept yet.
        </StatusLine>
        <Progress
          label="Trying the rows out"
          done={done}
          of={of}
          words={look.progress ? `${numberOf(done)} of ${rowsWord(of)}` : "Reading the rows"}
          onCancel={look.stop}
        />
      </div>
    );
  }
  if (!isStopped) return null;
  return (
    <div className="row">
      <StatusLine icon="pause" live>
        Stopped. Nothing was kept.
      </StatusLine>
      <Button small icon="rotate" ref={again} onClick={look.again}>
        Look again
      </Button>
    </div>
  );
}
