// The handler of the export.
import { ByCount, cursorOf, keysOf } from "../core/cursor.ts";
import { type Route, serve } from "../http/serve.ts";
import { getExport } from "./export-contract.ts";
import { exportRows } from "./export-store.ts";

export const exportRoutes: Route[] = [
  serve(getExport, async ({ tx, params: { record }, query: { after, limit } }) => {
    const from = keysOf(after, ByCount)?.[0] ?? 0;
    const rows = await exportRows(tx, record, from, limit);
    return { items: rows.slice(0, limit), next: rows.length > limit ? cursorOf([from + limit]) : null };
  }),
];
