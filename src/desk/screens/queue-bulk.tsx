// What can be done with several lines of the queue at once: match again for them, or save them for a spreadsheet.
import { plural } from "../../core/plural.ts";
import { useState } from "react";
import { Button } from "../../web/ui/button.tsx";
import { saveCsv } from "../../web/save-csv.ts";
import { useMe } from "../../web/ui/me.ts";
import { addressesOf, awaitedRuns, type Line, queueHeads, queueRows, rematchesOf } from "../queue.ts";
import { MatchAgain } from "./match-again.tsx";
import { SnoozeMenu } from "./snooze.tsx";
import { WriteTo } from "./write-to.tsx";

type BulkProps = { chosen: Line[]; of: number; onClear: () => void };

/** Nothing while no line is chosen; but what was begun for some goes on, though each run that is made changes their keys. */
export function Bulk({ chosen, of, onClear }: BulkProps) {
  const [matched, setMatched] = useState<Line[] | null>(null);
  return (
    <>
      {chosen.length > 0 && <Acts chosen={chosen} of={of} onClear={onClear} onMatch={() => setMatched(chosen)} />}
      {matched !== null && <MatchAgain lines={matched} onClose={() => setMatched(null)} />}
    </>
  );
}

function Acts({ chosen, of, onClear, onMatch }: BulkProps & { onMatch: () => void }) {
  const { may } = useMe();
  const addresses = addressesOf(chosen).length;
  const canMatch = may.includes("run matches") && rematchesOf(chosen).length > 0;
  return (
    <div className="bulk" role="group" aria-label={`Actions for the ${chosen.length} selected lines`}>
      <p>
        <b className="num">{chosen.length} selected</b> <span className="muted">of {of} shown</span>
      </p>
      <div className="row">
        {canMatch && (
          <Button small kind="primary" icon="play" onClick={onMatch}>
            Match again for them
          </Button>
        )}
        <WriteTo lines={chosen}>
          {awaitedRuns(chosen).length > 0 ? "Write to them" : `Write to ${plural(addresses, "person", "people")}`}
        </WriteTo>
        <SnoozeMenu lines={chosen.map(({ key }) => key)} about={`${chosen.length} selected`} words="Snooze" />
        <Button small icon="download" onClick={() => saveCsv("queue.csv", queueHeads, queueRows(chosen))}>
          Save as CSV
        </Button>
        <Button small kind="quiet" onClick={onClear}>
          Clear
        </Button>
      </div>
    </div>
  );
}
