// One proof in a process of its own: `node tests/proof/run.ts races 10000` prints its report as one line of JSON.
// CHIRON_TEST_PG=15 takes Debian's PostgreSQL.
import { startTestServer } from "../help/test-server.ts";
import { crash } from "./crash.ts";
import { startSimulatedServer } from "./simulated.ts";

const [name = "", count = "1"] = process.argv.slice(2);
const proofs: Record<string, (count: number) => Promise<unknown>> = {
  races: (many) => onServer(() => racing(many)),
  crash,
  matrix: () => onServer(wholeMatrix),
  twins: () => onServer(allTwins),
  month: (kills) => onServer(() => month(kills), startSimulatedServer),
  three: (people) => onServer(() => threeServers(people), startSimulatedServer),
};
const proof = proofs[name];
if (proof === undefined) throw new Error(`There is no proof "${name}": ${Object.keys(proofs).join(", ")}.`);
process.stdout.write(`${JSON.stringify(await proof(Number(count)))}\n`);
process.exit();

/** The server is started here and stopped here: the hooks of the test runner do not run outside of it. */
async function onServer(work: () => Promise<unknown>, start = startTestServer): Promise<unknown> {
  const server = await start();
  try {
    process.env.CHIRON_TEST_SERVER = JSON.stringify(server.coordinates);
    return await work();
  } finally {
    await server.stop();
  }
}

async function racing(many: number): Promise<unknown> {
  const { openWorld } = await import("../help/world.ts");
  const { raceAtTheWall } = await import("./races.ts");
  const world = await openWorld();
  const report = await raceAtTheWall(world, many);
  await world.door.close();
  return report;
}

async function wholeMatrix(): Promise<unknown> {
  const { tryMatrix } = await import("./matrix.ts");
  const { states } = await import("./specification.ts");
  return tryMatrix(states, (mismatch) => process.stderr.write(`  ${mismatch}\n`));
}

async function allTwins(): Promise<unknown> {
  const { tryTwins } = await import("./twins.ts");
  return tryTwins((difference) => process.stderr.write(`  ${difference}\n`));
}

/** Two kills in three days, twenty in thirty. */
async function month(kills: number): Promise<unknown> {
  const { simulateMonth } = await import("./month.ts");
  return simulateMonth(Math.round(kills * 1.5), kills, (line) => process.stderr.write(`  ${line}\n`));
}

async function threeServers(people: number): Promise<unknown> {
  const { remindByThree } = await import("./three.ts");
  return remindByThree(people);
}
