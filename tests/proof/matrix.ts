// The permission matrix: every record and every act of docs/confidentiality.md, for every asker, in every state of a pair,
// tried as SQL and compared with what the page says.
import { z } from "zod";
import { Refusal } from "../../src/core/refusal.ts";
import { named, sql, statementOf } from "../../src/db/sql.ts";
import { byHand } from "../help/matches.ts";
import { acts, helpers } from "./acts.ts";
import { openPairWorld, type PairWorld } from "./pair-world.ts";
import { ofTheServer, records } from "./records.ts";
import { type Asker, askers, type Line, readSpecification, type Specification, type State } from "./specification.ts";

export interface MatrixReport {
  states: number;
  cells: number;
  mismatches: number;
  /** Records and acts that no state had, and so were never put to the test. */
  untried: number;
}

/** Each mismatch as a sentence, through `tell`; `spoilt` is run in each school first. */
export async function tryMatrix(
  states: readonly State[],
  tell: (mismatch: string) => void,
  spoilt = "",
): Promise<MatrixReport> {
  const specification = readSpecification();
  const report = { states: states.length, cells: 0, mismatches: 0, untried: 0 };
  const tried = new Set<string>();
  for (const state of states) {
    const pair = await openPairWorld(state);
    await byHand(pair.world, (admin) => admin.unsafe(spoilt).simple());
    const cells = await cellsOf(pair, specification);
    for (const { line, asker, was } of cells) {
      tried.add(line.name);
      report.cells++;
      const may = line.may(asker, state);
      if (may === was) continue;
      report.mismatches++;
      tell(
        `${line.name} (${line.table}), ${state}: ${asker} ${was ? "can" : "cannot"}, and docs/confidentiality.md says ${may ? "yes" : "no"}.`,
      );
    }
  }
  report.untried = [...specification.reading, ...specification.writing].filter(({ name }) => !tried.has(name)).length;
  return report;
}

export interface Cell {
  line: Line;
  asker: Asker;
  was: boolean;
}

/** What each asker can do in this world. */
export async function cellsOf(pair: PairWorld, { reading, writing }: Specification): Promise<Cell[]> {
  await byHand(pair.world, (admin) => admin.unsafe(helpers).simple());
  const cells: Cell[] = [];
  for (const line of reading) {
    if (!(await isThere(pair, line))) continue;
    for (const asker of askers) cells.push({ line, asker, was: await reads(pair, asker, line) });
  }
  for (const line of writing)
    for (const asker of askers) cells.push({ line, asker, was: await does(pair, asker, line) });
  return cells;
}

async function isThere({ world, ids }: PairWorld, line: Line): Promise<boolean> {
  const [row] = await byHand(world, async (admin) => {
    const { text, parameters } = statementOf(queryFor(line, ids));
    return admin.unsafe(text, parameters as never[]);
  });
  return row!.found as boolean;
}

const Found = z.object({ found: z.boolean() });

async function reads({ world, who, ids }: PairWorld, asker: Asker, line: Line): Promise<boolean> {
  const { secret } = world.people[who[asker]]!;
  try {
    return (await world.door.asSession(secret, (tx) => tx.one(Found, queryFor(line, ids)))).found;
  } catch (error) {
    if (error instanceof Refusal && error.kind === "absent") return false;
    throw error;
  }
}

/** An act that is refused for whatever reason was not done; a bug of the test itself is thrown. */
async function does({ world, who, ids }: PairWorld, asker: Asker, line: Line): Promise<boolean> {
  const { secret, personId } = world.people[who[asker]]!;
  const act = acts[line.name];
  if (act === undefined) throw new Error(`No try for the act "${line.name}": write it in tests/proof/acts.ts.`);
  try {
    const touched = await world.door.asSession(secret, (tx) => tx.run(act({ ids, me: personId })), { rollback: true });
    return touched > 0;
  } catch (error) {
    if (error instanceof Refusal || isKeyOrNull(error)) return false;
    throw error;
  }
}

function isKeyOrNull(error: unknown): boolean {
  return ["23502", "23503", "23505", "23514"].includes((error as { code?: string }).code ?? "");
}

function queryFor(line: Line, ids: PairWorld["ids"]) {
  const record = records[line.name];
  if (record === undefined) throw new Error(`No record for "${line.name}": write it in tests/proof/records.ts.`);
  const school = ofTheServer.has(line.table) ? sql`true` : sql`school_id = ${ids.school}`;
  return sql`select exists (select from ${named(line.table)} where ${school} and ${record(ids)}) as found`;
}
