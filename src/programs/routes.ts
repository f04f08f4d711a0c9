// Handlers of reading and acknowledging charters. Changing one is a route of the wall, which it may set people against.
import { Refusal } from "../core/refusal.ts";
import { type Route, serve } from "../http/serve.ts";
import {
  acknowledge,
  acknowledgementsOf,
  charterInForce,
  chartersInForce,
  newestCharters,
  newestRules,
  versionsOf,
} from "./charter-store.ts";
import { acknowledgeCharter, listCharters, listVersions } from "./contract.ts";
import { dutiesOf, programs } from "./program.ts";

export const charterRoutes: Route[] = [
  serve(listCharters, async ({ tx, me }) => {
    const [inForce, newest, read, rules] = await Promise.all([
      chartersInForce(tx, me, me.today),
      newestCharters(tx, me),
      acknowledgementsOf(tx, me),
      newestRules(tx, me),
    ]);
    const seesReaders = me.may.includes("see relationships");
    return programs.flatMap((program) => {
      const [now, next] = [inForce, newest].map((charters) => charters.find((charter) => charter.program === program));
      if (now === undefined || next === undefined) return [];
      const readers = read.find((one) => one.program === program && one.version === now.version);
      return [
        {
          program,
          inForce: now,
          newest: next,
          rules: rules.filter(({ duty }) => dutiesOf[program].includes(duty)),
          acknowledged: readers?.mine ?? false,
          readers: seesReaders ? { learners: readers?.learners ?? 0, educators: readers?.educators ?? 0 } : null,
        },
      ];
    });
  }),

  serve(listVersions, ({ tx, me, params }) => versionsOf(tx, me, params.program)),

  serve(acknowledgeCharter, async ({ tx, me, params: { program }, body: { version } }) => {
    const inForce = await charterInForce(tx, me, program);
    if (inForce?.version !== version)
      throw new Refusal(
        "conflict",
        "charter.acknowledged",
        "Another version is in force now. Reload, and read that one.",
      );
    await acknowledge(tx, me, program, version);
    return { done: true as const };
  }),
];
