// Handlers of certification and effort.
import { ByFullName, keysOf, page } from "../core/cursor.ts";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { noteRead } from "../people/person-store.ts";
import { theCharter } from "../programs/charter.ts";
import { chartersInForce } from "../programs/charter-store.ts";
import { certificationOf } from "./certification.ts";
import { getCertification, listCertifications } from "./contract.ts";
import { effortIn } from "./effort.ts";
import { type EducatorRow, educatorsAfter, findEducator } from "./store.ts";

export const trainingRoutes: Route[] = [
  serve(listCertifications, async ({ tx, me, query: { program, lacking, after, limit } }) => {
    const charters = await chartersInForce(tx, me, me.today);
    const { body } = theCharter(charters, program);
    const trainingOf = (row: EducatorRow) => ({
      ...row,
      places: row.loads.find((load) => load.program === program)?.places ?? 0,
      learners: row.loads.find((load) => load.program === program)?.learners ?? 0,
      certification: certificationOf(body, row.completions, me.today),
      effort: effortIn(charters, row),
    });
    const wanted = (row: EducatorRow) =>
      lacking !== "true" || !certificationOf(body, row.completions, me.today).certified;
    const found = await filled(tx, me, keysOf(after, ByFullName), limit + 1, wanted);
    const { items, next } = page(found, limit, keyOf);
    return { items: items.map(trainingOf), next };
  }),

  serve(getCertification, async ({ tx, me, params: { id } }) => {
    const entitled = id === me.personId || me.may.includes("see people");
    const row = entitled ? await findEducator(tx, me, id) : null;
    if (row === null) throw new Refusal("absent", "certification.absent", "There is no such educator here.");
    if (id !== me.personId) await noteRead(tx, "training", id);
    const charters = await chartersInForce(tx, me, me.today);
    const inPrograms = charters.map(({ program, body }) => ({
      program,
      modules: body.modules,
      certification: certificationOf(body, row.completions, me.today),
    }));
    return { ...row, programs: inPrograms, effort: effortIn(charters, row) };
  }),
];

/** Reads on until `count` rows are wanted or none are left, so that a filter never makes a page short. */
async function filled(
  tx: Tx,
  me: Me,
  after: [string, string, string] | null,
  count: number,
  wanted: (row: EducatorRow) => boolean,
): Promise<EducatorRow[]> {
  const found: EducatorRow[] = [];
  const step = Math.max(count, 200);
  for (let from = after; ;) {
    const rows = await educatorsAfter(tx, me, from, step);
    found.push(...rows.filter(wanted));
    const last = rows.at(-1);
    if (found.length >= count || rows.length < step || last === undefined) return found.slice(0, count);
    from = keyOf(last);
  }
}

const keyOf = ({ familyName, givenName, educatorId }: EducatorRow): [string, string, string] => [
  familyName,
  givenName,
  educatorId,
];
