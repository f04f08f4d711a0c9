import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addMonths, certificationOf } from "./certification.ts";

const three = ["Three roles", "Mentoring", "Limits"];
const done = (module: string, completedOn: string) => ({ module, completedOn });
const all = three.map((module) => done(module, "2025-01-31"));

test("every module once is enough, and stays so without a validity", () => {
  const expected = { certified: true, missing: [], lapsed: [], expiresOn: null };
  assert.deepEqual(certificationOf({ modules: three, validityMonths: null }, all, "2099-01-01"), expected);
});

test("what is missing is named in the charter's order, and a module completed tomorrow does not count today", () => {
  const completions = [done("Limits", "2026-11-24"), done("Three roles", "2026-01-01")];
  const found = certificationOf({ modules: three, validityMonths: null }, completions, "2026-11-23");
  assert.deepEqual(found, { certified: false, missing: ["Mentoring", "Limits"], lapsed: [], expiresOn: null });
});

test("validity counts calendar months from the latest completion", () => {
  const training = { modules: three, validityMonths: 13 };
  assert.deepEqual(certificationOf(training, all, "2026-02-27").expiresOn, "2026-02-28");
  assert.deepEqual(certificationOf(training, all, "2026-02-28").lapsed.length, 3);
  const renewed = [...all, done("Limits", "2025-06-01")];
  const lapsed = ["Three roles", "Mentoring"].map((module) => ({ module, on: "2026-02-28" }));
  assert.deepEqual(certificationOf(training, renewed, "2026-03-01").lapsed, lapsed);
});

test("nobody loses certification by completing more, or by a longer validity", () => {
  const day = fc
    .integer({ min: 0, max: 2000 })
    .map((days) => new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10));
  const completion = fc.record({ module: fc.constantFrom(...three), completedOn: day });
  const property = fc.property(
    fc.array(completion),
    completion,
    day,
    fc.integer({ min: 1, max: 60 }),
    (completions, more, on, months) => {
      const is = (list: typeof completions, validityMonths: number | null) =>
        certificationOf({ modules: three, validityMonths }, list, on).certified;
      if (!is(completions, months)) return true;
      return is([...completions, more], months) && is(completions, months + 1) && is(completions, null);
    },
  );
  fc.assert(property, { numRuns: 300 });
});

test("a month later is the last of a shorter month, across years and leap days", () => {
  assert.equal(addMonths("2024-01-31", 1), "2024-02-29");
  assert.equal(addMonths("2025-12-31", 2), "2026-02-28");
  assert.equal(addMonths("2024-02-29", 12), "2025-02-28");
});
