// Loads the invented school the way a real one comes to be: founded, imported by its registrar, matched by its
// coordinator, approved by its director, answered and signed by some of its people; all through the API.
import { getAgreement, listRelationships, signAgreement } from "../agreements/contract.ts";
import { type Client, openClient } from "../client.ts";
import { addDays } from "../core/shapes.ts";
import type { Door } from "../db/door.ts";
import { addRunSeries, answerProposal, approveRun, getRun } from "../matching/contract.ts";
import { getAccount } from "../people/contract.ts";
import { approveSome } from "./demo-library.ts";
import { liveDemo } from "./demo-daily.ts";
import { importInvented } from "./demo-import.ts";
import { demoOfficers, endDemoSessions, foundDemo, sessionOf } from "./demo-store.ts";

/** How many pairs of each approved run have answered, and how many of these have signed. */
const answered = 14;
const signed = 9;
const answerDays = 14;

type Say = (line: string) => void;

/** Does nothing when the school is there already. */
export async function loadDemoSchool(door: Door, url: string, say: Say): Promise<void> {
  const schoolId = await foundDemo(door);
  if (schoolId === null) return;
  say("Founding the demo school");
  const officers = await demoOfficers(door, schoolId);
  const secretOf = (office: string): Promise<string> => {
    const personId = officers.find((officer) => officer.office === office)?.personId ?? "";
    return sessionOf(door, { schoolId, personId });
  };
  const as = async (office: string): Promise<Client> => openClient(url, await secretOf(office));
  const today = (await (await as("registrar")).ask(getAccount)).school.today;
  await approveSome(door, url, officers);
  say("Importing its exports");
  await importInvented(await as("registrar"), today);
  say("Matching the three programs");
  const { runs } = await (await as("coordinator")).ask(addRunSeries, { body: { name: "First match" } });
  const director = await as("director");
  for (const { runId, program } of runs) {
    say(`Approving ${program}, and hearing the first answers`);
    await director.ask(approveRun, { params: { id: runId }, body: { answerBy: addDays(today, answerDays) } });
    const { proposals } = await director.ask(getRun, { params: { id: runId } });
    for (const [at, { learnerId, educatorId }] of proposals.slice(0, answered).entries()) {
      const pair = await Promise.all(
        [learnerId, educatorId].map(async (personId) => openClient(url, await sessionOf(door, { schoolId, personId }))),
      );
      for (const one of pair)
        await one.ask(answerProposal, { params: { runId, learnerId }, body: { answer: "accept" } });
      if (at < signed) for (const one of pair) await signWith(one, learnerId, educatorId, program);
    }
  }
  await liveDemo({ door, url, schoolId, today, coordinator: await secretOf("coordinator"), say });
  await endDemoSessions(door, schoolId);
}

async function signWith(one: Client, learnerId: string, educatorId: string, program: string): Promise<void> {
  const { items } = await one.ask(listRelationships, {});
  const relationship = items.find(
    (item) => item.learner.personId === learnerId && item.educator.personId === educatorId && item.program === program,
  );
  if (relationship === undefined) return;
  const { agreementId } = await one.ask(getAgreement, { params: { id: relationship.relationshipId } });
  await one.ask(signAgreement, { params: { id: agreementId }, body: { readLimits: true } });
}
