// Handlers of requests.
import { ByInstant, keysOf, page } from "../core/cursor.ts";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import { seesLearner } from "../matching/wish-store.ts";
import type { Me } from "../people/me.ts";
import { noteRead } from "../people/person-store.ts";
import { counselingProgram } from "../programs/program.ts";
import {
  answerHandover,
  closeRequest,
  getRequest,
  listHeldRequests,
  listReaders,
  listRequests,
  listWrittenReplies,
  proposeHandover,
  sendRequest,
  writeReply,
} from "./contract.ts";
import type { Goal } from "./request.ts";
import {
  addClosing,
  addHandover,
  addHandoverAnswer,
  addReply,
  addRequest,
  findRequest,
  phaseOf,
  readersOf,
  type RequestRow,
  requestsOf,
} from "./store.ts";
import { writtenRepliesOf } from "./reply-store.ts";

export const requestRoutes: Route[] = [
  // Before the address with an id, which would otherwise take the words for one.
  serve(listReaders, async ({ tx, me }) => {
    const [items, phase] = await Promise.all([readersOf(tx, me), phaseOf(tx, me)]);
    return { items, phase };
  }),

  serve(listHeldRequests, async ({ tx, me, query: { after, limit } }) => {
    const marker = keysOf(after, ByInstant);
    const wanted = { side: "held", isOpen: true, order: "oldest" } as const;
    return pageOf(await requestsOf(tx, me, { ...wanted, after: marker, limit: limit + 1 }), limit);
  }),

  serve(listWrittenReplies, async ({ tx, me, query: { after, limit } }) => {
    const rows = await writtenRepliesOf(tx, me, { after: keysOf(after, ByInstant), limit: limit + 1 });
    return page(rows, limit, ({ at, requestId }) => [at, requestId]);
  }),

  serve(listRequests, async ({ tx, me, query: { after, limit, open } }) => {
    const marker = keysOf(after, ByInstant);
    const wanted = { side: "own", isOpen: open === "true", order: "newest" } as const;
    return pageOf(await requestsOf(tx, me, { ...wanted, after: marker, limit: limit + 1 }), limit);
  }),

  serve(getRequest, async ({ tx, me, params: { id } }) => {
    const request = await theRequest(tx, me, id);
    await noteRead(tx, "request", request.learner.personId);
    return request;
  }),

  serve(sendRequest, async ({ tx, me, body: { program, counsels, words, readerId } }) => {
    const goal = { program, counsels };
    refuseUnknownGoal(goal);
    if (!(await seesLearner(tx, me, me.personId)))
      throw new Refusal("absent", "request.learner", "Learners send requests, and you are none here.");
    const sent = await theRequest(tx, me, await addRequest(tx, me, goal, words));
    refuseAnotherReader(sent, readerId);
    return sent;
  }),

  serve(closeRequest, async ({ tx, me, params: { id } }) => {
    await addClosing(tx, me, await theRequest(tx, me, id));
    return { done: true as const };
  }),

  serve(writeReply, async ({ tx, me, params: { id }, body: { words } }) => {
    const request = await theRequest(tx, me, id);
    if (request.reader?.personId !== me.personId)
      throw new Refusal("conflict", "reply.educator", "Only the educator who has a request writes back to it.");
    await addReply(tx, me, request, words);
    return theRequest(tx, me, id);
  }),

  serve(proposeHandover, async ({ tx, me, params: { id }, body: { program, counsels, reason } }) => {
    const request = await theRequest(tx, me, id);
    const goal = { program, counsels };
    refuseUnknownGoal(goal);
    if (request.learner.personId === me.personId)
      throw new Refusal("conflict", "handover.own", "This is your own. Take it back, and send it to somebody else.");
    await addHandover(tx, me, request, goal, reason);
    return theRequest(tx, me, id);
  }),

  serve(answerHandover, async ({ tx, me, params: { id }, body: { agreed, readerId } }) => {
    const request = await theRequest(tx, me, id);
    if (request.learner.personId !== me.personId || request.handover === null)
      throw new Refusal("conflict", "handover.none", "No handover of this request waits for your answer.");
    await addHandoverAnswer(tx, me, request, agreed);
    const answered = await theRequest(tx, me, id);
    if (agreed) refuseAnotherReader(answered, readerId);
    return answered;
  }),
];

const pageOf = (rows: RequestRow[], limit: number) => page(rows, limit, ({ sentAt, requestId }) => [sentAt, requestId]);

async function theRequest(tx: Tx, me: Me, id: string): Promise<RequestRow> {
  const request = await findRequest(tx, me, id);
  if (request === null) throw new Refusal("absent", "request.absent", "There is no such request here.");
  return request;
}

/**
 * What was shown before Send is what happens: who has it now is who was named, or nothing is kept. Asked after the
 * database gave it to somebody, so that a relationship that begins or ends in this moment gets it into no other hands.
 */
function refuseAnotherReader({ reader }: RequestRow, readerId: string | null): void {
  if ((reader?.personId ?? null) === readerId) return;
  throw new Refusal(
    "conflict",
    "request.reader",
    "Whom this goes to has changed meanwhile. Look who would read it now, and send it again.",
  );
}

function refuseUnknownGoal({ program, counsels }: Goal): void {
  if (!counsels || program === counselingProgram) return;
  throw new Refusal("invalid", "request.counsels", "Academic difficulty is for advising.", [
    { field: "counsels", because: "Leave it out, or choose the program that counsels." },
  ]);
}
