// Handlers of a file of dated events: what is sound of it is taken, row by row.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { importTimelinesCsv, previewTimelinesCsv, type TimelineCsvReport } from "./contract.ts";
import { byLine, type FileKind, rowsIn } from "./csv-file.ts";
import { effectOf } from "./plans-store.ts";
import { addDays, daysOf } from "./store.ts";
import {
  areTimelineHeadings,
  type GivenDay,
  mergedDays,
  neededColumns,
  readDay,
  type TimelineColumn,
  timelineColumnOf,
  timelineColumns,
} from "./timeline-csv.ts";

export const timelineCsvRoutes: Route[] = [
  servePreview(previewTimelinesCsv, ({ tx, me, body }) => taken(tx, me, body)),
  serve(importTimelinesCsv, ({ tx, me, body }) => taken(tx, me, body)),
];

const timelineFile: FileKind<TimelineColumn, GivenDay> = {
  areHeadings: areTimelineHeadings,
  columnOf: timelineColumnOf,
  readRow: readDay,
  columns: timelineColumns,
  needed: neededColumns,
};

interface Sent {
  version?: number | undefined;
  name: string;
  base64: string;
}

/** Two at once: the second is refused by the version of each day that both write (`timeline.version`). */
async function taken(tx: Tx, me: Me, { version, name, base64 }: Sent): Promise<TimelineCsvReport> {
  const kept = await daysOf(tx, me, { withOut: true });
  const seen = kept.reduce((sum, day) => sum + day.version, 0);
  if (version !== undefined && version !== seen)
    throw new Refusal(
      "conflict",
      "timeline.version",
      "Somebody else changed dates meanwhile. Look at the file again, and then take it.",
    );
  const { rows, unread, rowCount, ignored } = await rowsIn({ name, base64 }, timelineFile);
  const { days, refused, ...counts } = mergedDays(name, kept, rows);
  const plans = days.length === 0 ? { moved: 0, newlyLate: 0 } : await effectOf(tx, me, () => addDays(tx, me, days));
  const report = { ...counts, rows: rowCount, refused: byLine([...unread, ...refused]), ignored };
  return { ...report, version: seen, plans };
}
