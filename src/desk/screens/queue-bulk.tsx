// What can be done with several lines of the queue at once: match again for them, or save them for a spreadsheet.
import { useState } from "react";
import { Button } from "../../web/ui/button.tsx";
import { useMe } from "../../web/ui/me.ts";
import { csvOf, type Line, rematchesOf } from "../queue.ts";
import { MatchAgain } from "./match-again.tsx";

export function Bulk({ chosen, of, onClear }: { chosen: Line[]; of: number; onClear: () => void }) {
  const { may } = useMe();
  const [asked, setAsked] = useState<Line[] | null>(null);
  const canMatch = may.includes("run matches") && rematchesOf(chosen).length > 0;
  return (
    <div className="bulk" role="group" aria-label={`Actions for the ${chosen.length} selected lines`}>
      <p>
        <b className="num">{chosen.length} selected</b> <span className="muted">of {of}</span>
      </p>
      <div className="row">
        {canMatch && (
          <Button small kind="primary" icon="play" onClick={() => setAsked(chosen)}>
            Match again for them
          </Button>
        )}
        <Button small icon="download" onClick={() => save(chosen)}>
          Save as CSV
        </Button>
        <Button small kind="quiet" onClick={onClear}>
          Clear
        </Button>
      </div>
      {asked !== null && <MatchAgain lines={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function save(lines: Line[]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csvOf(lines)], { type: "text/csv" }));
  link.download = "queue.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}
