// After the import: what came to be, what changed, and the way back.
import { useEffect, useRef, useState } from "react";
import { agreeing } from "../../core/plural.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { Notice } from "../../web/ui/notice.tsx";
import type { ImportReport } from "../contract.ts";
import { CameToBe } from "./came-to-be.tsx";
import type { Draft } from "./chosen.ts";
import { Collisions } from "./collisions.tsx";
import { Counts, sumOf } from "./counts.tsx";
import { RefusedRows } from "./refused-rows.tsx";
import { TakeBack } from "./take-back.tsx";
import { rowsWord } from "./words.ts";

type Props = { draft: Draft; report: ImportReport; onAnew: () => void };

export function Taken({ draft, report, onAnew }: Props) {
  const [isBack, setBack] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { taken, refused } = sumOf(report.files);
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: the reader goes on at what came of it.
  useEffect(() => box.current?.focus(), [isBack]);
  if (isBack)
    return (
      <div ref={box} tabIndex={-1}>
        <Notice title="Taken back. Everything is as it was before this import." icon="undo" live>
          <Button small icon="upload" onClick={onAnew}>
            Import other files
          </Button>
        </Notice>
      </div>
    );
  return (
    <>
      <div ref={box} tabIndex={-1}>
        <Notice title={taken === 0 ? "Your answers are kept." : `${rowsWord(taken)} taken.`} icon="check" live>
          {refused > 0 && <p>{sayRefused(refused)}</p>}
          <div className="row">
            <Button small icon="upload" onClick={onAnew}>
              Import other files
            </Button>
            <Button small icon="undo" onClick={() => setAsking(true)}>
              Take it back
            </Button>
            <ButtonLink small href="/training" icon="cap">
              See who is certified
            </ButtonLink>
          </div>
        </Notice>
      </div>
      <CameToBe report={report} title="What came to be" />
      <Counts title="What happened to each row" files={report.files} isOpen />
      <RefusedRows {...{ draft, report }} />
      <Collisions report={report} title="Incidents that this import brought" />
      {isAsking && report.importId !== null && (
        <TakeBack
          importId={report.importId}
          what={`This import of ${rowsWord(taken)}`}
          onClose={() => setAsking(false)}
          onDone={() => setBack(true)}
        />
      )}
    </>
  );
}

function sayRefused(count: number): string {
  return agreeing(
    count,
    "1 row was refused. It stands below, with its reason.",
    `${rowsWord(count)} were refused. They stand below, each with its reason.`,
  );
}
