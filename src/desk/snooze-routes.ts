// Handlers of putting lines off: what stands on whose page is never asked, since a key that is none hides nothing.
import { type Route, serve } from "../http/serve.ts";
import { snoozeRefusal } from "./snooze.ts";
import { putSnoozes, returnSnoozes } from "./snooze-contract.ts";
import { bringBack, putOff } from "./snooze-store.ts";

export const snoozeRoutes: Route[] = [
  serve(putSnoozes, async ({ tx, me, body: { lines, until } }) => {
    const refusal = snoozeRefusal(lines, until, me.today);
    if (refusal !== null) throw refusal;
    await putOff(tx, me, lines, until);
    return { lines };
  }),

  serve(returnSnoozes, async ({ tx, me, body: { lines } }) => {
    await bringBack(tx, me, lines);
    return { lines };
  }),
];
