// Asking in the browser: the answer with its reasons, one question, resources first, Send, the handover with its consent;
// and nothing leaves the screen before Send.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { byHand, ok } from "../help/matches.ts";
import { inForce } from "../help/relationships.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
await inForce(world, "amara", "tomas");
await inForce(world, "amara", "joan", "mentoring");
const amara = await site.windowOf("amara");

const find = async (page: Page, need: string) => {
  await page.getByLabel("What you need", { exact: true }).fill(need);
  await page.getByRole("button", { name: "Find the right person" }).click();
};
const kept = async () => (await byHand(world, (admin) => admin`select words from requests`)).map(({ words }) => words);

test("a learner sees whom it is for, why, and why not the others; nothing is sent before they press Send", async () => {
  await amara.goto("/");
  await amara.getByRole("link", { name: "Ask", exact: true }).first().click();
  await amara.getByLabel("What you need", { exact: true }).waitFor();
  const sent: string[] = [];
  amara.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await find(amara, "I want to get better at presenting on rounds. I talk about it too long and need practice.");
  await amara.getByRole("heading", { name: "Take this to your coach, Tomas Example" }).waitFor();
  await amara.getByText("Your coach is for getting better at something you choose.", { exact: false }).waitFor();
  await amara.getByText("Not your advisor, who is for", { exact: false }).waitFor();
  await amara.getByText("Not your mentor, who is for", { exact: false }).waitFor();
  assert.deepEqual(await faultsOf(amara, "the answer"), []);
  assert.deepEqual(
    sent.filter((line) => line.includes("rounds") || line.startsWith("POST")),
    [],
  );
  assert.deepEqual(await kept(), []);
  await amara.getByRole("button", { name: "Send to Tomas Example" }).click();
  await amara.getByText("Sent to Tomas Example.").waitFor();
  assert.equal(await amara.getByLabel("What you need", { exact: true }).inputValue(), "");
  assert.equal((await kept()).length, 1);
});

test("where it is unsure there is one question, and the learner may choose another", async () => {
  await amara.goto("/ask");
  await find(amara, "identity and deadline");
  const choices = amara.getByRole("group", { name: "Which is nearer to what you need?" });
  await choices.waitFor();
  assert.equal(await choices.getByRole("button").count(), 2);
  assert.deepEqual(await faultsOf(amara, "the question"), []);
  await choices.getByRole("button", { name: "I want to talk about who I am becoming" }).press("Enter");
  await amara.getByRole("heading", { name: "Take this to your mentor, Joan Example" }).waitFor();
  await amara.getByLabel("Choose yourself", { exact: true }).selectOption("An academic counselor");
  await amara.getByText("this goes to the coordinators, who can begin that", { exact: false }).waitFor();
  await find(amara, "hi");
  await amara.getByText("Your words do not say yet which of the three it is.").waitFor();
  assert.deepEqual(await faultsOf(amara, "a need that says nothing"), []);
  await find(amara, "my payslip is wrong");
  await amara.getByRole("heading", { name: "This is for another office" }).waitFor();
  assert.equal(await amara.getByRole("button", { name: /^Send to/ }).count(), 0);
  assert.deepEqual(await faultsOf(amara, "another office"), []);
});

test("words of danger show the resources first, and change nothing else", async () => {
  await amara.goto("/ask");
  await find(amara, "When is the deadline to register for Step 1? I do not want to live any more.");
  const help = amara.getByRole("note").filter({ hasText: "help is here" });
  await help.getByText("988 Suicide and Crisis Lifeline").waitFor();
  await help.getByText("starting values", { exact: false }).waitFor();
  const answer = amara.getByRole("article");
  await answer.getByRole("heading", { name: /^This is for your advisor/ }).waitFor();
  const starts = amara.getByRole("list", { name: "Or choose yourself" });
  const [top, between, below] = [await help.boundingBox(), await starts.boundingBox(), await answer.boundingBox()];
  assert.ok(top!.y < between!.y && between!.y < below!.y, "the resources do not stand first");
  assert.match((await amara.locator(":focus").textContent()) ?? "", /help is here/);
  const send = answer.getByRole("button", { name: /^Send to/ });
  assert.doesNotMatch((await send.getAttribute("class"))!, /primary/);
  assert.doesNotMatch((await answer.getByText("You wrote “", { exact: false }).textContent())!, /live/);
  assert.deepEqual(await faultsOf(amara, "the resources"), []);
  const focused = amara.locator(":focus").filter({ hasText: "help is here" });
  await answer.getByRole("button", { name: "This is urgent or confidential" }).click();
  await focused.waitFor();
  await find(amara, "I failed anatomy. I do not want to live any more.");
  await focused.waitFor();
  assert.equal((await kept()).length, 1);
});

test("whoever would read it by now is shown before it is sent after all", async () => {
  await world.addEducator("selma");
  const id = await inForce(world, "noah", "selma");
  const noah = await site.windowOf("noah");
  await noah.goto("/ask");
  await find(noah, "I want to get better at suturing");
  await noah.getByRole("button", { name: "Send to Selma Example" }).waitFor();
  ok(await world.ask("selma", "POST", `/relationships/${id}/ending`, {}));
  await noah.getByRole("button", { name: "Send to Selma Example" }).click();
  await noah.getByText("Whom this goes to has changed meanwhile", { exact: false }).waitFor();
  await noah.getByRole("button", { name: "Send to the program's coordinators" }).click();
  await noah.getByText("It is with the program's coordinators.", { exact: false }).waitFor();
  assert.deepEqual(await faultsOf(noah, "what one asked for"), []);
  const marisol = await site.windowOf("marisol");
  await marisol.goto("/desk");
  await marisol.getByRole("link", { name: "Open what Noah Example asks" }).waitFor();
  assert.deepEqual(await faultsOf(marisol, "the desk"), []);
});

test("the educator opens it and proposes a handover; the learner agrees, and the mentor has it", async () => {
  const tomas = await site.windowOf("tomas");
  await tomas.goto("/");
  assert.deepEqual(await faultsOf(tomas, "the educator's home"), []);
  await tomas.getByRole("link", { name: "Open what Amara Example asks" }).click();
  await tomas.getByText("I talk about it too long", { exact: false }).waitFor();
  assert.deepEqual(await faultsOf(tomas, "the request"), []);
  await tomas.getByRole("button", { name: "Write back" }).click();
  const letter = tomas.getByRole("dialog");
  await letter.getByRole("button", { name: "Send to Amara Example" }).click();
  await letter.getByText("Write what the learner is to read.").first().waitFor();
  await letter.getByLabel("What you write", { exact: true }).fill("Bring one case, and present it to me in a minute.");
  assert.deepEqual(await faultsOf(tomas, "writing back"), []);
  await letter.getByRole("button", { name: "Send to Amara Example" }).click();
  await letter.waitFor({ state: "detached" });
  await tomas.getByText("You wrote back", { exact: true }).waitFor();
  assert.equal(await tomas.getByRole("button", { name: "Write back" }).count(), 0);
  await tomas.getByRole("button", { name: "Propose to hand it over" }).click();
  const form = tomas.getByRole("dialog");
  await form.getByLabel("To whom").selectOption("Their mentor");
  await form.getByRole("button", { name: "Ask the learner" }).click();
  await form.getByText("Say why somebody else fits better", { exact: false }).first().waitFor();
  await form.getByLabel("Why").fill("This is more about who you want to be.");
  assert.deepEqual(await faultsOf(tomas, "the handover"), []);
  await form.getByRole("button", { name: "Ask the learner" }).click();
  await form.waitFor({ state: "detached" });
  await tomas.getByText("has not answered your proposal", { exact: false }).waitFor();

  await amara.goto("/");
  await amara.getByText("Bring one case, and present it to me in a minute.").waitFor();
  await amara.getByText("Tomas Example would hand this to your mentor, Joan Example.").waitFor();
  assert.deepEqual(await faultsOf(amara, "the learner's home"), []);
  await amara.getByRole("button", { name: "Agree" }).click();
  await amara.getByText("It is with Joan Example.", { exact: false }).waitFor();
  await amara.locator(".request-words:focus").filter({ hasText: "I talk about it too long" }).waitFor();

  await tomas.goto("/");
  await tomas.getByRole("heading", { name: "My learners, by lane" }).waitFor();
  assert.equal(await tomas.getByRole("link", { name: "Open what Amara Example asks" }).count(), 0);
  const joan = await site.windowOf("joan");
  await joan.goto("/");
  await joan.getByRole("link", { name: "Open what Amara Example asks" }).click();
  await joan.getByRole("button", { name: "Done" }).click();
  await joan.getByRole("dialog").getByRole("button", { name: "It is done" }).click();
  await joan.getByText("Done. Amara Example sees that it is.").waitFor();
  const [request] = ok(await world.ask("amara", "GET", "/requests")).items;
  assert.equal(request.state, "done");
});

test("an administrator writes the school's own list, by keyboard, and a learner sees it", async () => {
  const ada = await site.windowOf("ada");
  await ada.goto("/where-to-turn");
  assert.deepEqual(await faultsOf(ada, "where to turn"), []);
  await ada.getByRole("button", { name: "Change this list" }).focus();
  await ada.keyboard.press("Enter");
  const form = ada.getByRole("dialog");
  const first = form.getByRole("group", { name: "Number 1", exact: true });
  await first.getByLabel("Name").fill("");
  await first.getByLabel("Name").press("Enter");
  await form.getByText("Write what it is called.").first().waitFor();
  await first.getByLabel("Name").fill("Campus security");
  assert.deepEqual(await faultsOf(ada, "the form of where to turn"), []);
  await first.getByLabel("Name").press("Enter");
  await form.waitFor({ state: "detached" });
  await amara.goto("/where-to-turn");
  await amara.getByText("Campus security:").waitFor();
  assert.equal(await amara.getByText("starting values").count(), 0);
  assert.deepEqual(site.complaints, []);
});
