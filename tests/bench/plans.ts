// The advising office's view over a whole school: every plan counted anew for each request, sorted, filtered and cut to a page.
import { inventPlans } from "../../src/cli/demo-plans.ts";
import { openClient } from "../../src/client.ts";
import { byHand } from "../help/matches.ts";
import { inForce } from "../help/relationships.ts";
import { listening } from "../help/listening.ts";
import { today, type World } from "../help/world.ts";
import { machine, median, percentile } from "./cpu.ts";
import { openSchool, refuseFailure, schoolSize } from "./school.ts";
import type { Section } from "./section.ts";

const warmings = 30;
const times = 300;

export async function benchPlans(): Promise<Section> {
  const world = await openSchool();
  const { door, schoolId, people } = world;
  const { secret } = people.marisol!;
  const coordinator = openClient(await listening(world), secret);
  await inventPlans({ door, schoolId, today: today(), coordinator, secret });
  await inForce(world, "amara", "priya", "advising");
  await byHand(world, (admin) => admin`vacuum analyze`);
  const [said] = await byHand(world, (admin) => admin`select count(*)::int as rows from requirement_states`);
  const amara = people.amara!.personId;
  const asked: [name: string, who: string, path: string, asked: string][] = [
    ["a class view: the whole school, first page", "marisol", "/plans", "95 of 100 within 50 ms"],
    ["one class, what is late", "marisol", "/plans?classYear=2028&group=late", "95 of 100 within 50 ms"],
    ["one name", "marisol", "/plans?named=rossi", "95 of 100 within 50 ms"],
    ["an advisor's learners", "priya", "/plans/advised", ""],
    ["one plan, of the learner", "amara", `/people/${amara}/plan`, ""],
  ];
  const rows: string[][] = [];
  for (const [name, who, path, wanted] of asked) {
    const seen = await seenBy(world, who, path);
    const in100 = (share: number) => `${percentile(seen, share).toFixed(1)} ms`;
    rows.push([name, `${median(seen).toFixed(1)} ms`, in100(0.95), in100(0.99), wanted]);
  }
  const changing = await previewed(world);
  const in100 = (share: number) => `${percentile(changing, share).toFixed(1)} ms`;
  rows.push([
    "a look at what a later date would do",
    `${median(changing).toFixed(1)} ms`,
    in100(0.95),
    in100(0.99),
    "",
  ]);
  return {
    title: "Plans of a whole school",
    command: "npm run bench -- plans",
    about:
      `${schoolSize.learners} learners, ${said!.rows} things said of their requirements. Time in the server, from the request to its answer in JSON, ` +
      `the database's included and the network left out; ${times} requests one after another, after ${warmings} to warm up. ${machine()}.`,
    columns: ["Request", "Median", "95 of 100 within", "99 of 100 within", "Asked"],
    rows,
  };
}

/** A date of one requirement of every class moved by a day: each plan is reckoned before and after it. */
async function previewed({ ask }: World): Promise<number[]> {
  const sets = refuseFailure(await ask("marisol", "GET", "/requirements")).body.items;
  const [{ setId, version, name, items }] = sets;
  const at = items.findIndex(({ classYear }: { classYear: number | null }) => classYear === null);
  const moved = { ...items[at], due: { on: today() } };
  const body = { version, name, items: items.with(at, moved), because: "A later date" };
  const seen: number[] = [];
  for (let nth = -5; nth < 50; nth++) {
    const begun = performance.now();
    refuseFailure(await ask("marisol", "POST", `/requirements/${setId}/preview`, body));
    if (nth >= 0) seen.push(performance.now() - begun);
  }
  return seen;
}

async function seenBy({ ask }: World, who: string, path: string): Promise<number[]> {
  const seen: number[] = [];
  for (let at = -warmings; at < times; at++) {
    const begun = performance.now();
    refuseFailure(await ask(who, "GET", path));
    if (at >= 0) seen.push(performance.now() - begun);
  }
  return seen;
}
