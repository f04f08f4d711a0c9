// Everything that the asker may see, record by record, as rows.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { pageOf } from "../core/shapes.ts";
import { exported } from "./exported.ts";

export const getExport = endpoint({
  method: "GET",
  path: "/export/:record",
  summary:
    "All rows of one kind of record that you may see, under the names that this API gives them; an office or educator who exports leaves an event that the people in them can read",
  may: "take part",
  params: z.object({ record: z.enum(exported, { error: "There is no such kind of record." }) }),
  query: z.object({ after: z.string().optional(), limit: z.coerce.number().int().min(1).max(5000).default(1000) }),
  reply: pageOf(z.record(z.string(), z.unknown())).extend({
    /** What each row holds, in this order; told without any row, too. */
    columns: z.array(z.string()),
  }),
});
