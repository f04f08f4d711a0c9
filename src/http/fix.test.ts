// Every operation, sent what it cannot use: no fault speaks of the inside of the program.
import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { type Fault, Refusal } from "../core/refusal.ts";
import { routes } from "./routes.ts";
import { read } from "./serve.ts";

function faultsOf(shape: z.ZodType, sent: unknown): Fault[] {
  try {
    read(shape, sent);
    return [];
  } catch (error) {
    assert.ok(error instanceof Refusal);
    return error.faults;
  }
}

test("a field that cannot be used is told with its fix, in words", () => {
  const shape = z.object({
    name: z.string().min(1),
    places: z.coerce.number().int().max(9),
    email: z.email(),
    duty: z.enum(["assesses", "supervises"]),
    list: z.array(z.string()).max(1),
  });
  const sent = { name: "", places: "many", email: "x", list: ["a", "b"] };
  assert.deepEqual(faultsOf(shape, sent), [
    { field: "name", because: "Must not be empty." },
    { field: "places", because: "Send a number." },
    { field: "email", because: "Must be an address, such as name@example.edu." },
    { field: "duty", because: "Must be one of assesses, supervises." },
    { field: "list", because: "At most 1 entry." },
  ]);
  assert.deepEqual(faultsOf(shape, []), [{ field: "body", because: "Send an object." }]);
  assert.deepEqual(faultsOf(z.object({ name: z.string() }), {}), [
    { field: "name", because: "This is missing: send a text." },
  ]);
});

test("no operation tells a fault in the words of its parser", () => {
  const inside = /invalid|expected|received|NaN|undefined|regex|too (small|big)|\/\^/i;
  const bad = [undefined, null, "", "x".repeat(9000), -1, 1.5, 1e12, true, [], [{}], {}, "2026-13-40"];
  let told = 0;
  for (const { endpoint } of routes)
    for (const shape of [endpoint.body, endpoint.query]) {
      const fields = shape instanceof z.ZodObject ? Object.keys(shape.shape) : [];
      const wrong = bad.flatMap((value) => [value, Object.fromEntries(fields.map((field) => [field, value]))]);
      for (const { field, because } of wrong.flatMap((sent) => faultsOf(shape, sent))) {
        told++;
        assert.doesNotMatch(because, inside, `${endpoint.method} ${endpoint.path}, ${field}`);
      }
    }
  assert.ok(told > 500, "the faults were not found");
});
