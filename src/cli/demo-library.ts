// The demo's board: two invented reviewers approve two of the articles and the claims under them. Each approval says that it
// is the demo's; everything else waits, as it would in a new school.
import { type Client, openClient } from "../client.ts";
import type { Door } from "../db/door.ts";
import { getArticle } from "../library/contract.ts";
import { reviewVersion } from "../library/review-contract.ts";
import { type Persona, sessionOf } from "./demo-store.ts";

const approved = ["three-roles", "what-mentoring-gives"];
const reason = "Demo: said by an invented reviewer, and by no board.";

export async function approveSome(door: Door, url: string, officers: readonly Persona[]): Promise<void> {
  for (const reviewer of officers.filter(({ office }) => office === "reviewer")) {
    const client = openClient(url, await sessionOf(door, reviewer));
    for (const key of approved) await approveArticle(client, key);
  }
}

async function approveArticle(client: Client, key: string): Promise<void> {
  const { claimsCited, version } = await client.ask(getArticle, { params: { key }, query: {} });
  const body = { verdict: "approve" as const, reason };
  for (const claim of claimsCited)
    await client.ask(reviewVersion, { params: { kind: "claim", key: claim.key, version: claim.version }, body });
  await client.ask(reviewVersion, { params: { kind: "article", key, version }, body });
}
