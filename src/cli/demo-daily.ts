// What goes on in the demo school once its relationships are in force: requests, meetings, plans, and goals.
import { openClient } from "../client.ts";
import type { Day } from "../core/shapes.ts";
import type { Door } from "../db/door.ts";
import { loadDemoGoals } from "./demo-goals.ts";
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
  const as = async (personId: string) => openClient(url, await sessionOf(door, { schoolId, personId }));
  await loadDemoMeetings(coordinator, as, today);
  say("Writing requirements and dates, and what is done of them");
  await inventPlans({ door, schoolId, today, coordinator, secret });
  say("Letting learners who are coached set goals");
  await loadDemoGoals(coordinator, as, today);
}
