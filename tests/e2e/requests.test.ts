// Asking in the browser, by keyboard: the answer with its reasons, Send, the educator's reply, the handover with its consent,
// all of it at each width; then one question, resources first; and nothing leaves the screen before Send.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { choose, press, write } from "../help/keyboard.ts";
import { byHand, ok } from "../help/matches.ts";
import { inForce } from "../help/relationships.ts";
import { faultsHere, faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
for (const learner of ["amara", "grace"]) {
  await inForce(world, learner, "tomas");
  await inForce(world, learner, "joan", "mentoring");
}
const amara = await site.windowOf("amara");

const find = async (page: Page, need: string) => {
  await write(page.getByLabel("What you need", { exact: true }), need);
  await press(page.getByRole("button", { name: "Find the right person" }));
};
const kept = async () => (await byHand(world, (admin) => admin`select words from requests`)).map(({ words }) => words);

for (const [learner, name, width] of [
  ["amara", "Amara Example", 1280],
  ["grace", "Grace Example", 390],
] as const) {
  test(`a learner sees whom it is for, why, and why not the others; nothing is sent before Send, at ${width} px`, async () => {
    const before = await kept();
    const page = await site.windowOf(learner, width);
    await page.goto("/");
    await press(page.getByRole("link", { name: "Ask", exact: true }));
    await page.getByLabel("What you need", { exact: true }).waitFor();
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
    await find(page, "I want to get better at presenting on rounds. I talk about it too long and need practice.");
    await page.getByRole("heading", { name: "Take this to your coach, Tomas Example" }).waitFor();
    await page.getByText("Your coach is for getting better at something you choose.", { exact: false }).waitFor();
    await page.getByText("Not your advisor, who is for", { exact: false }).waitFor();
    await page.getByText("Not your mentor, who is for", { exact: false }).waitFor();
    assert.deepEqual(await faultsHere(page, "the answer"), []);
    assert.deepEqual(
      sent.filter((line) => line.includes("rounds") || line.startsWith("POST")),
      [],
    );
    assert.deepEqual(await kept(), before);
    await press(page.getByRole("button", { name: "Send to Tomas Example" }));
    await page.getByText("Sent to Tomas Example.").waitFor();
    assert.equal(await page.getByLabel("What you need", { exact: true }).inputValue(), "");
    assert.equal((await kept()).length, before.length + 1);
    await page.close();
  });

  test(`the educator opens it from their home, writes back, and proposes a handover, at ${width} px`, async () => {
    const page = await site.windowOf("tomas", width);
    await page.goto("/");
    await page.getByRole("link", { name: `Open what ${name} asks` }).waitFor();
    assert.deepEqual(await faultsHere(page, "the educator's home"), []);
    await press(page.getByRole("link", { name: `Open what ${name} asks` }));
    await page.getByText("I talk about it too long", { exact: false }).waitFor();
    assert.deepEqual(await faultsHere(page, "the request"), []);
    await press(page.getByRole("button", { name: "Write back" }));
    const letter = page.getByRole("dialog");
    await press(letter.getByRole("button", { name: `Send to ${name}` }));
    await letter.getByText("Write what the learner is to read.").first().waitFor();
    const words = "Bring one case, and present it to me in a minute.";
    await write(letter.getByLabel("What you write", { exact: true }), words);
    assert.deepEqual(await faultsHere(page, "writing back"), []);
    await press(letter.getByRole("button", { name: `Send to ${name}` }));
    await letter.waitFor({ state: "detached" });
    await page.getByText("You wrote back", { exact: true }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Write back" }).count(), 0);
    await press(page.getByRole("button", { name: "Propose to hand it over" }));
    const form = page.getByRole("dialog");
    await choose(form.getByLabel("To whom"), "Their mentor");
    await press(form.getByRole("button", { name: "Ask the learner" }));
    await form.getByText("Say why somebody else fits better", { exact: false }).first().waitFor();
    await write(form.getByLabel("Why"), "This is more about who you want to be.");
    assert.deepEqual(await faultsHere(page, "the handover"), []);
    await press(form.getByRole("button", { name: "Ask the learner" }));
    await form.waitFor({ state: "detached" });
    await page.getByText("has not answered your proposal", { exact: false }).waitFor();
    await page.close();
  });

  test(`the learner agrees, and the mentor has it and says that it is done, at ${width} px`, async () => {
    const page = await site.windowOf(learner, width);
    await page.goto("/");
    await page.getByText("Bring one case, and present it to me in a minute.").waitFor();
    await page.getByText("Tomas Example would hand this to your mentor, Joan Example.").waitFor();
    assert.deepEqual(await faultsHere(page, "the learner's home"), []);
    await press(page.getByRole("button", { name: "Agree" }));
    await page.getByText("It is with Joan Example.", { exact: false }).waitFor();
    await page.locator(".request-words:focus").filter({ hasText: "I talk about it too long" }).waitFor();
    await page.close();

    const tomas = await site.windowOf("tomas", width);
    await tomas.goto("/");
    await tomas.getByRole("heading", { name: "My learners, by lane" }).waitFor();
    assert.equal(await tomas.getByRole("link", { name: `Open what ${name} asks` }).count(), 0);
    await tomas.close();
    const joan = await site.windowOf("joan", width);
    await joan.goto("/");
    await press(joan.getByRole("link", { name: `Open what ${name} asks` }));
    await press(joan.getByRole("button", { name: "Done" }));
    await press(joan.getByRole("dialog").getByRole("button", { name: "It is done" }));
    await joan.getByText(`Done. ${name} sees that it is.`).waitFor();
    const [request] = ok(await world.ask(learner, "GET", "/requests")).items;
    assert.equal(request.state, "done");
    assert.deepEqual(await faultsHere(joan, "a request that is done"), []);
    await joan.close();
  });
}

test("where it is unsure there is one question, and the learner may choose another", async () => {
  await amara.goto("/ask");
  await find(amara, "identity and deadline");
  const choices = amara.getByRole("group", { name: "Which is nearer to what you need?" });
  await choices.waitFor();
  assert.equal(await choices.getByRole("button").count(), 2);
  assert.deepEqual(await faultsOf(amara, "the question"), []);
  await press(choices.getByRole("button", { name: "I want to talk about who I am becoming" }));
  await amara.getByRole("heading", { name: "Take this to your mentor, Joan Example" }).waitFor();
  await choose(amara.getByLabel("Choose yourself", { exact: true }), "An academic counselor");
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
  await press(answer.getByRole("button", { name: "This is urgent or confidential" }));
  await focused.waitFor();
  await find(amara, "I failed anatomy. I do not want to live any more.");
  await focused.waitFor();
  assert.equal((await kept()).length, 2);
});

test("whoever would read it by now is shown before it is sent after all", async () => {
  await world.addEducator("selma");
  const id = await inForce(world, "noah", "selma");
  const noah = await site.windowOf("noah");
  await noah.goto("/ask");
  await find(noah, "I want to get better at suturing");
  await noah.getByRole("button", { name: "Send to Selma Example" }).waitFor();
  ok(await world.ask("selma", "POST", `/relationships/${id}/ending`, {}));
  await press(noah.getByRole("button", { name: "Send to Selma Example" }));
  await noah.getByText("Whom this goes to has changed meanwhile", { exact: false }).waitFor();
  await press(noah.getByRole("button", { name: "Send to the program's coordinators" }));
  await noah.getByText("It is with the program's coordinators.", { exact: false }).waitFor();
  assert.deepEqual(await faultsOf(noah, "what one asked for"), []);
  const marisol = await site.windowOf("marisol");
  await marisol.goto("/desk");
  await marisol.getByRole("link", { name: "Open what Noah Example asks" }).waitFor();
  assert.deepEqual(await faultsOf(marisol, "the desk"), []);
});

test("an administrator writes the school's own list, by keyboard, and a learner sees it", async () => {
  const ada = await site.windowOf("ada");
  await ada.goto("/where-to-turn");
  assert.deepEqual(await faultsOf(ada, "where to turn"), []);
  await press(ada.getByRole("button", { name: "Change this list" }));
  const form = ada.getByRole("dialog");
  const first = form.getByRole("group", { name: "Number 1", exact: true });
  await write(first.getByLabel("Name"), "");
  await ada.keyboard.press("Enter");
  await form.getByText("Write what it is called.").first().waitFor();
  await write(first.getByLabel("Name"), "Campus security");
  assert.deepEqual(await faultsOf(ada, "the form of where to turn"), []);
  await ada.keyboard.press("Enter");
  await form.waitFor({ state: "detached" });
  await amara.goto("/where-to-turn");
  await amara.getByText("Campus security:").waitFor();
  assert.equal(await amara.getByText("starting values").count(), 0);
  assert.deepEqual(site.complaints, []);
});

test("whose sign-in ran out while they wrote keeps the words, signs in elsewhere, and sends them", async () => {
  const page = await site.windowOf("amara");
  await page.goto("/ask");
  await find(page, "I want to get better at presenting on rounds, and I need practice.");
  const send = page.getByRole("button", { name: "Send to Tomas Example" });
  await send.waitFor();
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  const before = await kept();
  await press(send);
  await page.getByRole("alert").getByRole("link", { name: "Sign in in another window" }).waitFor();
  assert.match(await page.getByLabel("What you need", { exact: true }).inputValue(), /presenting on rounds/);
  assert.deepEqual(await faultsHere(page, "a sign-in that ran out"), []);
  assert.deepEqual(await kept(), before);
  await page.context().addCookies(cookies);
  await press(send);
  await page.getByText("Sent to Tomas Example.").waitFor();
  assert.equal((await kept()).length, before.length + 1);
  await page.close();
});
