import assert from "node:assert/strict";
import { test } from "node:test";
import { agendasFor } from "./agendas.ts";
import { programs } from "./program.ts";

test("what fits the learner's phase comes first, in the namings that schools use", () => {
  const first = (phase: string | null) => agendasFor("advising", phase)[0]?.name;
  for (const phase of ["Clerkship", "M3", "PGY-1", "PGY-2", "pgy 4", "clinical rotations"])
    assert.equal(first(phase), "Choosing rotations and electives", phase);
  for (const phase of ["pre-clerkship", "Foundations", "M1", "Year 2"])
    assert.equal(first(phase), "A first meeting", phase);
  assert.equal(first("Transition to residency"), "Applying for a residency");
  for (const phase of [null, "something else"]) assert.equal(first(phase), "Looking at requirements");
});

test("no phase hides a template, and each has lines", () => {
  for (const program of programs)
    for (const phase of [null, "M1", "M4", "PGY-1"]) {
      const all = agendasFor(program, phase);
      assert.equal(new Set(all.map(({ name }) => name)).size, agendasFor(program, null).length);
      assert.ok(all.every(({ lines }) => lines.length > 0));
    }
});
