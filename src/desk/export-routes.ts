// The handler of the export.
import { ByContent, keysOf, page } from "../core/cursor.ts";
import { type Route, serve } from "../http/serve.ts";
import { getExport } from "./export-contract.ts";
import { columnsOf, exportRows, noteExport } from "./export-store.ts";
import { peopleIn } from "./exported.ts";

export const exportRoutes: Route[] = [
  serve(getExport, async ({ tx, me, params: { record }, query: { after, limit } }) => {
    const found = await exportRows(tx, record, keysOf(after, ByContent), limit + 1);
    const { items, next } = page(found, limit, ({ start, content }) => [start, content]);
    const rows = items.map(({ row }) => row);
    const others = peopleIn(record, rows, me);
    if (others.length > 0) await noteExport(tx, others);
    return { items: rows, next, columns: await columnsOf(tx, record) };
  }),
];
