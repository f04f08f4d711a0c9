// Handlers of "who sees what". What the other sees is read in their own name, under their own rules, and thrown
// away again: nothing is written, and only what the asker sees too is told.
import { Refusal } from "../core/refusal.ts";
import type { Door } from "../db/door.ts";
import { NoSession, type Route, serve, serveOpen } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { endSession } from "../people/steward-store.ts";
import { findMe } from "../people/store.ts";
import { getSeen, getSeenChoices } from "./seen-contract.ts";
import { compare } from "./seen-records.ts";
import { choicesOf, findOther, holdersOfOffice, officesHeld, openMirror, shownOf, someLearner } from "./seen-store.ts";

interface Picked {
  personId: string;
  who: string;
  as: string;
  about: string;
}

export const seenRoutes: Route[] = [
  serve(getSeenChoices, async ({ tx, me }) => ({
    people: await choicesOf(tx, me),
    offices: (await officesHeld(tx, me)) as never,
  })),

  serveOpen(getSeen, async ({ door, secret, query }) => {
    if (secret === null) throw new NoSession();
    const { me, own } = await door.asSession(secret, async (tx) => {
      const asker = await findMe(tx);
      if (asker === null) throw new NoSession();
      return { me: asker, own: await shownOf(tx, asker) };
    });
    const picked = await pick(door, secret, me, query);
    const { others, may } = await inMirror(door, { schoolId: me.schoolId, personId: picked.personId }, me.personId);
    const { who, as, about } = picked;
    return { who, as, about, records: compare(own, others, may), checkedAt: new Date().toISOString() };
  }),
];

async function pick(
  door: Door,
  secret: string,
  me: Me,
  query: { personId?: string | undefined; office?: string | undefined; anotherLearner?: string | undefined },
): Promise<Picked> {
  refuseSeveral(query);
  if (query.office !== undefined) {
    const [holder] = await door.asSteward((tx) => holdersOfOffice(tx, me.schoolId, query.office ?? ""));
    if (holder === undefined)
      throw new Refusal(
        "absent",
        "seen.office",
        "Nobody holds this office at the moment, so nobody sees anything by it.",
      );
    return { personId: holder.personId, who: holder.name, as: query.office, about: "" };
  }
  if (query.anotherLearner !== undefined) {
    const learner = await door.asSteward((tx) => someLearner(tx, me));
    if (learner === null) throw new Refusal("absent", "seen.learner", "There is no other learner in this school.");
    return { personId: learner, who: "Another learner", as: "learner", about: "" };
  }
  const personId = query.personId;
  const other =
    personId === undefined || personId === me.personId
      ? null
      : await door.asSession(secret, (tx) => findOther(tx, me, personId));
  if (other === null)
    throw new Refusal("invalid", "seen.who", "Pick a person, an office or another learner.", [
      { field: "personId", because: "Pick somebody whose name you can see." },
    ]);
  return { personId: other.personId, who: other.name, as: "person", about: other.about };
}

/** Whose eyes they are must be plain: of two, one would be left out without a word. */
function refuseSeveral(query: Record<string, string | undefined>): void {
  const [, ...more] = Object.keys(query).filter((name) => query[name] !== undefined);
  if (more.length === 0) return;
  const faults = more.map((field) => ({ field, because: "Leave it out, or ask again for this one." }));
  throw new Refusal("invalid", "seen.who", "Look through one pair of eyes at a time.", faults);
}

async function inMirror(door: Door, other: { schoolId: string; personId: string }, subject: string) {
  const mirror = await door.asSteward((tx) => openMirror(tx, other));
  try {
    return await door.asSession(
      mirror,
      async (tx) => ({
        others: await shownOf(tx, { schoolId: other.schoolId, personId: subject }),
        may: (await findMe(tx))?.may ?? [],
      }),
      { rollback: true },
    );
  } finally {
    await door.asSteward((tx) => endSession(tx, mirror));
  }
}
