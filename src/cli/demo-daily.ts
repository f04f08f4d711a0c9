// What goes on in the demo school once its relationships are in force: requests, meetings, and plans.
import { openClient } from "../client.ts";
import type { Day } from "../core/shapes.ts";
import type { Door } from "../db/door.ts";
import { loadDemoMeetings } from "./demo-meetings.ts";
import { inventPlans } from "./demo-plans.ts";
import { sendDemoRequests } from "./demo-requests.ts";
import { sessionOf } from "./demo-store.ts";

interface Demo {
  door: Door;
  url: string;
  schoolId: string;
  today: Day;
  /** A coordinator's session. */
  coordinator: string;
  say: (line: string) => void;
}

export async function liveDemo({ door, url, schoolId, today, coordinator: secret, say }: Demo): Promise<void> {
  const coordinator = openClient(url, secret);
  say("Sending what some of its learners ask for");
  await sendDemoRequests(door, url);
  say("Letting them meet");
  await loadDemoMeetings(coordinator, async (personId) =>
    openClient(url, await sessionOf(door, { schoolId, personId })),
  );
  say("Writing requirements and dates, and what is done of them");
  await inventPlans({ door, schoolId, today, coordinator, secret });
}
