// A learner writes in the browser what they look for; an office reads it once it opens it on purpose.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ok } from "../help/matches.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();

test("a learner names whom they wish for and whom never; the coordinator opens it, and the learner reads that", async () => {
  const { world } = site;
  const { personId } = world.people.amara!;
  const amara = await site.windowOf("amara");
  await amara.goto("/");
  await amara.getByRole("button", { name: "Change what you look for" }).click();
  const form = amara.getByRole("dialog");
  await form.getByLabel("Interests").fill("Pediatrics, Sleep medicine");
  const name = async (program: string, kind: string, educator: string) => {
    await form.getByRole("radio", { name: program }).check();
    await form.getByRole("radio", { name: kind }).check();
    await form.getByLabel("Educator", { exact: true }).fill(educator);
    await form.getByRole("button", { name: new RegExp(`^${educator}`) }).click();
  };
  await name("Coaching", "Wish", "Tomas");
  await name("Coaching", "Wish", "Priya");
  await name("Mentoring", "Never", "Joan");
  await form.getByRole("radio", { name: "Coaching 2" }).check();
  await form.getByRole("button", { name: /Move up Priya/ }).click();
  assert.deepEqual(await faultsOf(amara, "the form"), []);
  await form.getByRole("button", { name: "Write it" }).click();
  await form.waitFor({ state: "detached" });
  assert.deepEqual(await faultsOf(amara, "the learner's home"), []);
  const { interests, wishes } = ok(await world.ask("amara", "GET", `/people/${personId}/wishes`));
  assert.deepEqual(interests, ["Pediatrics", "Sleep medicine"]);
  assert.deepEqual(
    wishes.map((wish: { educator: string; never: boolean }) => [wish.educator.split(" ")[0], wish.never]),
    [
      ["Priya", false],
      ["Tomas", false],
      ["Joan", true],
    ],
  );
  const readers = async () =>
    ok(await world.ask("amara", "GET", "/me/readings")).items.filter(
      ({ subject }: { subject: string }) => subject === "wishes",
    ).length;
  const marisol = await site.windowOf("marisol");
  await marisol.goto(`/people/${personId}`);
  const open = marisol.getByRole("button", { name: "Show it" });
  await open.waitFor();
  assert.equal(await readers(), 0);
  await open.click();
  await marisol.getByText("Never Joan").waitFor();
  assert.equal(await readers(), 1);
  assert.deepEqual(await faultsOf(marisol, "the person's page"), []);
  assert.deepEqual(site.complaints, []);
});
