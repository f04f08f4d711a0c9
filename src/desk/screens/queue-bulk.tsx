// What can be done with several lines of the queue at once: match again for them, or save them for a spreadsheet.
import { plural } from "../../core/plural.ts";
import { useState } from "react";
import { Button } from "../../web/ui/button.tsx";
import { Letters } from "../../web/ui/letters.tsx";
import { saveCsv } from "../../web/save-csv.ts";
import { useMe } from "../../web/ui/me.ts";
import { addressesOf, type Line, pageOf, queueHeads, queueRows, rematchesOf } from "../queue.ts";
import { MatchAgain } from "./match-again.tsx";
import { SnoozeMenu } from "./snooze.tsx";

export function Bulk({ chosen, of, onClear }: { chosen: Line[]; of: number; onClear: () => void }) {
  const { may } = useMe();
  const [asked, setAsked] = useState<Line[] | null>(null);
  const addresses = addressesOf(chosen);
  const canMatch = may.includes("run matches") && rematchesOf(chosen).length > 0;
  return (
    <div className="bulk" role="group" aria-label={`Actions for the ${chosen.length} selected lines`}>
      <p>
        <b className="num">{chosen.length} selected</b> <span className="muted">of {of} shown</span>
      </p>
      <div className="row">
        {canMatch && (
          <Button small kind="primary" icon="play" onClick={() => setAsked(chosen)}>
            Match again for them
          </Button>
        )}
        <Letters addresses={addresses} path={pageOf(chosen)}>
          {`Write to ${plural(addresses.length, "person", "people")}`}
        </Letters>
        <SnoozeMenu lines={chosen.map(({ key }) => key)} about={`${chosen.length} selected`} words="Snooze" />
        <Button small icon="download" onClick={() => saveCsv("queue.csv", queueHeads, queueRows(chosen))}>
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
