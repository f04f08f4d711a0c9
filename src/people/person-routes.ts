// Handlers of the directory.
import { ByFullName, keysOf, page } from "../core/cursor.ts";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "./me.ts";
import { leavingRefusal, pauseRefusal, type Person, standingRefusal } from "./person.ts";
import {
  addPerson,
  addStanding,
  changeEducator,
  changeLearner,
  changePerson,
  getPerson,
  listPeople,
  setPlaces,
  setTerms,
} from "./person-contract.ts";
import {
  findPerson,
  insertEducator,
  insertLearner,
  insertPerson,
  insertStanding,
  noteRead,
  peopleAfter,
  putPlaces,
  putTerms,
  updateEducator,
  updateLearner,
  updatePerson,
} from "./person-store.ts";

export const personRoutes: Route[] = [
  serve(listPeople, async ({ tx, me, query: { after, limit, ...wanted } }) => {
    const before = keysOf(after, ByFullName);
    const rows = await peopleAfter(tx, me, { ...wanted, after: before, limit: limit + 1 });
    return page(rows, limit, ({ familyName, givenName, personId }) => [familyName, givenName, personId]);
  }),

  serve(getPerson, async ({ tx, me, params: { id } }) => {
    const person = await thePerson(tx, me, id);
    // The directory of educators is open to learners too, and nobody is told that they looked.
    const isRecord = person.learner !== null || me.may.length > 0;
    if (id !== me.personId && isRecord) await noteRead(tx, "person", id);
    return person;
  }),

  serve(addPerson, async ({ tx, me, body: { learner, educator, ...fields } }) => {
    const id = await insertPerson(tx, me, fields);
    if (learner !== null) {
      await insertLearner(tx, me, id, learner);
      await insertStanding(tx, me, id, { from: me.today, phase: learner.phase, status: learner.status });
    }
    if (educator !== null) await insertEducator(tx, me, id, educator);
    return thePerson(tx, me, id);
  }),

  serve(changePerson, async ({ tx, me, params: { id }, body }) => {
    await thePerson(tx, me, id);
    const refusal = leavingRefusal(body.leftOn, me.today);
    if (refusal !== null) throw refusal;
    return thePersonAfter(updatePerson(tx, me, id, body), tx, me, id);
  }),

  serve(changeLearner, async ({ tx, me, params: { id }, body }) => {
    await theLearner(tx, me, id);
    return thePersonAfter(updateLearner(tx, me, id, body), tx, me, id);
  }),

  serve(addStanding, async ({ tx, me, params: { id }, body }) => {
    await theLearner(tx, me, id);
    const refusal = standingRefusal(body, me.today);
    if (refusal !== null) throw refusal;
    return thePersonAfter(insertStanding(tx, me, id, body), tx, me, id);
  }),

  serve(changeEducator, async ({ tx, me, params: { id }, body }) => {
    await theEducator(tx, me, id);
    return thePersonAfter(updateEducator(tx, me, id, body), tx, me, id);
  }),

  serve(setPlaces, async ({ tx, me, params: { id }, body: { places } }) => {
    await theEducator(tx, me, id);
    return thePersonAfter(putPlaces(tx, me, id, places), tx, me, id);
  }),

  serve(setTerms, async ({ tx, me, params: { id }, body }) => {
    await theEducator(tx, me, id);
    const refusal = pauseRefusal(body.pausedUntil, me.today);
    if (refusal !== null) throw refusal;
    return thePersonAfter(putTerms(tx, me, id, body), tx, me, id);
  }),
];

async function thePerson(tx: Tx, me: Me, id: string): Promise<Person> {
  const person = await findPerson(tx, me, id);
  if (person === null) throw new Refusal("absent", "person.absent", "There is nobody here by that id.");
  return person;
}

/** As they are after this writing: both go in one trip, and the database does them in this order. */
async function thePersonAfter(writing: Promise<unknown>, tx: Tx, me: Me, id: string): Promise<Person> {
  const [, person] = await Promise.all([writing, thePerson(tx, me, id)]);
  return person;
}

async function theLearner(tx: Tx, me: Me, id: string): Promise<void> {
  const { learner } = await thePerson(tx, me, id);
  if (learner === null) throw new Refusal("absent", "learner.absent", "This person is not a learner here.");
}

/** Everybody sees the educators; only the educator and the offices that keep the roster change one. */
async function theEducator(tx: Tx, me: Me, id: string): Promise<void> {
  const { educator } = await thePerson(tx, me, id);
  if (educator === null) throw new Refusal("absent", "educator.absent", "This person is not an educator here.");
  if (id !== me.personId && !me.may.includes("edit people"))
    throw new Refusal(
      "forbidden",
      "educator.own",
      "Only the educator and the offices that keep the roster change this.",
    );
}
