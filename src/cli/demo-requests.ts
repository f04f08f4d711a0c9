// What learners of the demo school ask for, so that their page, an educator's home and a coordinator's desk have something
// to show: in words of the examples that routing learns from, and through the API, as real ones come.
import { listRelationships } from "../agreements/contract.ts";
import { type Client, openClient } from "../client.ts";
import type { Door } from "../db/door.ts";
import { listHeldRequests, listReaders, sendRequest, writeReply } from "../requests/contract.ts";
import { examples } from "../requests/examples.ts";
import { destinationOf, type Goal, goalOf, readerFor } from "../requests/request.ts";
import { demoPersonas, sessionOf } from "./demo-store.ts";

const answer = "Thank you for asking. I look it up, and we talk about it when we meet.";

/** The learner and the educator whose links are printed, and one learner more, of that educator where there is one. */
export async function sendDemoRequests(door: Door, url: string): Promise<void> {
  const personas = await demoPersonas(door);
  const named = (office: string) => personas.find((one) => one.office === office);
  const [learner, educator, coordinator] = [named("learner"), named("educator"), named("coordinator")];
  if (learner === undefined || educator === undefined || coordinator === undefined) return;
  const asking = openClient(url, learner.secret);
  const { items: readers } = await asking.ask(listReaders, {});
  for (const { program } of readers.filter((one) => !one.counsels && one.reader !== null))
    await send(asking, { program, counsels: false }, 0);
  const answering = openClient(url, educator.secret);
  const { items: held } = await answering.ask(listHeldRequests, {});
  for (const { requestId } of held.slice(0, 1))
    await answering.ask(writeReply, { params: { id: requestId }, body: { words: answer } });
  const query = { state: "in force", limit: 200 } as const;
  const { items: running } = await openClient(url, coordinator.secret).ask(listRelationships, { query });
  const others = running.filter((one) => one.learner.personId !== learner.personId);
  const other = others.find((one) => one.educator.personId === educator.personId) ?? others[0];
  if (other === undefined) return;
  const next = openClient(
    url,
    await sessionOf(door, { schoolId: educator.schoolId, personId: other.learner.personId }),
  );
  await send(next, { program: other.program, counsels: false }, 9);
  const toOffice = goalOf("counseling");
  if (toOffice !== null) await send(next, toOffice, 0);
}

async function send(asking: Client, goal: Goal, at: number): Promise<void> {
  const { items: readers } = await asking.ask(listReaders, {});
  const readerId = readerFor(readers, goal)?.reader?.personId ?? null;
  await asking.ask(sendRequest, { body: { ...goal, words: examples[destinationOf(goal)][at] ?? "", readerId } });
}
