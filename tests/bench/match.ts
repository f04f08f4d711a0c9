// A school of wexcombe's size from its exports to proposals: the import over HTTP, then the three programs' match.
import { performance } from "node:perf_hooks";
import { openWorld } from "../help/world.ts";
import { machine, median } from "./cpu.ts";
import { exportsOf, refuseFailure, schoolSize } from "./school.ts";
import type { Section } from "./section.ts";

const times = 3;

export async function benchMatch(): Promise<Section> {
  const { files, rows } = exportsOf();
  const seen: Seen[] = [];
  for (let time = 0; time < times; time++) seen.push(await once(files));
  const middle = (of: (one: Seen) => number) => median(seen.map(of));
  const proposals = seen.map((one) => one.proposals);
  return {
    title: "A school from its exports to proposals",
    command: "npm run bench -- match",
    about:
      `${schoolSize.learners} learners and ${schoolSize.educators} educators in ${files.length} files with ${rows} rows, all in one import; then coaching, mentoring and advising one after another. ` +
      "*Match* is the whole request: facts read behind the policies, pairs judged, scores, solving, explaining, proposals written. *Solving* is the engine alone, with every level of the objective. " +
      `Each time in a new database; median of ${times}, and the slowest. ${machine()}.`,
    columns: ["Step", "Median", "Slowest", "Asked"],
    rows: [
      ["import of all files", ...both(middle, seen, (one) => one.imported), ""],
      ["a look at the same files, nothing new", ...both(middle, seen, (one) => one.looked), ""],
      [`match, ${median(proposals)} proposals`, ...both(middle, seen, (one) => one.matched), ""],
      ["solving", ...both(middle, seen, (one) => one.solved), "less than 1 s"],
    ],
  };
}

interface Seen {
  imported: number;
  looked: number;
  matched: number;
  solved: number;
  proposals: number;
}

function both(middle: (of: (one: Seen) => number) => number, seen: Seen[], of: (one: Seen) => number): string[] {
  return [middle(of), Math.max(...seen.map(of))].map((ms) => `${Math.round(ms)} ms`);
}

async function once(files: ReturnType<typeof exportsOf>["files"]): Promise<Seen> {
  const { ask } = await openWorld();
  const [imported] = await timed(() => ask("ravi", "POST", "/imports", { files }));
  const [looked] = await timed(() => ask("ravi", "POST", "/imports/preview", { files }));
  const [matched, { runs, solveMs }] = await timed(() => ask("marisol", "POST", "/runs/series", { name: "Benchmark" }));
  const proposals = (runs as { outcome: { matched: number } }[]).reduce((sum, { outcome }) => sum + outcome.matched, 0);
  return { imported, looked, matched, solved: solveMs, proposals };
}

async function timed(work: () => Promise<Parameters<typeof refuseFailure>[0]>): Promise<[number, any]> {
  const start = performance.now();
  const { body } = refuseFailure(await work());
  return [performance.now() - start, body];
}
