// Who asks. The database says so for every request; the memory of the last time only saves waiting for its answer:
// the work begins with what was true then, and when that is true no longer, it is taken back and begun again.
import type { Endpoint } from "../core/endpoint.ts";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { NoSession } from "./serve.ts";

/** How many people of late a server remembers. */
const rememberedMost = 10_000;

/** Thrown to take back what was begun for somebody as they were. */
export class OutOfDate extends Error {}

interface Asker {
  /** What their offices allow. */
  may: readonly string[];
  /** Asks through a key that changes nothing. */
  readsOnly: boolean;
}

export interface Askers<Me extends Asker> {
  /** Does `work` as whoever holds this session, where the endpoint is theirs to use. `anew`: without trusting the memory. */
  asAsker<T>(tx: Tx, secret: string, endpoint: Endpoint, work: (me: Me) => Promise<T>, anew: boolean): Promise<T>;
}

/** `findMe` gives null for a session that is unknown, ended or expired. */
export function rememberingAskers<Me extends Asker>(findMe: (tx: Tx) => Promise<Me | null>): Askers<Me> {
  const remembered = new Map<string, Me>();
  return {
    async asAsker(tx, secret, endpoint, work, anew) {
      const known = anew ? undefined : remembered.get(secret);
      const finding = findMe(tx);
      const begun =
        known !== undefined && isTheirs(endpoint, known) && !isTooMuch(endpoint, known) ? settled(work(known)) : null;
      const me = await finding.catch(async (error: unknown) => {
        await begun;
        throw error;
      });
      // Also when it is not wanted any more: nothing may go on writing behind our back.
      const outcome = await begun;
      const isUpToDate = JSON.stringify(me) === JSON.stringify(known);
      if (!isUpToDate) remember(remembered, secret, me);
      if (me === null) throw new NoSession();
      if (outcome !== null && !isUpToDate) throw new OutOfDate();
      if (!isTheirs(endpoint, me))
        throw new Refusal("forbidden", "office.may", "Your offices here do not include this.");
      if (isTooMuch(endpoint, me))
        throw new Refusal(
          "forbidden",
          "key.reads",
          "This key only reads. Make one that may also write, or do it where you are signed in.",
        );
      if (outcome === null) return work(me);
      if ("error" in outcome) throw outcome.error;
      return outcome.answer;
    },
  };
}

export function isTheirs({ may }: Endpoint, me: Asker): boolean {
  return may === "take part" || me.may.includes(may);
}

/** The database says the same of every write; here it is said before any work begins. */
function isTooMuch({ method }: Endpoint, { readsOnly }: Asker): boolean {
  return readsOnly && method !== "GET";
}

function remember<Me>(remembered: Map<string, Me>, secret: string, me: Me | null): void {
  remembered.delete(secret);
  if (me === null) return;
  remembered.set(secret, me);
  const [oldest] = remembered.keys();
  if (remembered.size > rememberedMost && oldest !== undefined) remembered.delete(oldest);
}

async function settled<T>(work: Promise<T>): Promise<{ answer: T } | { error: unknown }> {
  try {
    return { answer: await work };
  } catch (error) {
    return { error };
  }
}
