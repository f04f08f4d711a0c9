// The handler of the export.
import { ByContent, keysOf, page } from "../core/cursor.ts";
import { type Route, serve } from "../http/serve.ts";
import { getExport } from "./export-contract.ts";
import { exportRows } from "./export-store.ts";

export const exportRoutes: Route[] = [
  serve(getExport, async ({ tx, params: { record }, query: { after, limit } }) => {
    const found = await exportRows(tx, record, keysOf(after, ByContent), limit + 1);
    const { items, next } = page(found, limit, ({ start, content }) => [start, content]);
    return { items: items.map(({ row }) => row), next };
  }),
];
