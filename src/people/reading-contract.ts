// Who looked: every opening of the asker's own record by an office or an educator.
import { endpoint } from "../core/endpoint.ts";
import { PageQuery, pageOf } from "../core/shapes.ts";
import { Reading } from "./reading.ts";

export const listReadings = endpoint({
  method: "GET",
  path: "/me/readings",
  summary: "Who opened a record about you, newest first",
  may: "take part",
  query: PageQuery,
  reply: pageOf(Reading),
});
