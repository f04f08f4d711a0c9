import assert from "node:assert/strict";
import { test } from "node:test";
import { type Collision, collisionWords } from "./collision.ts";

test("a collision is told with both duties and the day from which they meet; who may not know the other reads that there is one", () => {
  const met: Collision = {
    learner: "Amara Costa",
    educator: "Hugo Hassan",
    wall: "observation",
    duty: "supervises",
    against: "coaches",
    about: "Surgery",
    from: "2027-01-04",
  };
  const words = (collision: Collision) => collisionWords(collision, (day) => day);
  assert.equal(words(met), "Coaches and, from 2027-01-04, supervises or observes clinically (Surgery)");
  const awaiting = words({ ...met, duty: "mentors", against: "assesses" });
  assert.equal(awaiting, "Assesses, grades or votes on promotion (Surgery) and, from 2027-01-04, mentors");
  const neutral = words({ ...met, against: null, about: "" });
  assert.equal(
    neutral,
    "Supervises or observes clinically; from 2027-01-04 the two are not available to each other for that",
  );
});
