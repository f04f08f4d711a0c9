// The library in tests: what Chiron brings, more reviewers, and claims and articles of the test's own.
import { bringLibrary } from "../../src/library/first-store.ts";
import { addOfficer } from "../../src/people/school-store.ts";
import { openSession } from "../../src/people/steward-store.ts";
import { day, ok } from "./matches.ts";
import type { Reply, World } from "./world.ts";

/** Rosa is a reviewer in every world; these come beside her. */
export const moreReviewers = ["lena", "omar"];

export async function reviewersIn(world: World): Promise<void> {
  for (const name of moreReviewers)
    await world.door.asSteward(async (tx) => {
      const officer = {
        givenName: name[0]!.toUpperCase() + name.slice(1),
        familyName: "Example",
        email: `${name}@board.example.edu`,
      };
      const key = await addOfficer(tx, world.schoolId, { ...officer, offices: ["reviewer"] });
      world.people[name] = { ...key, secret: await openSession(tx, key, "test") };
    });
}

export async function libraryIn(world: World): Promise<void> {
  await reviewersIn(world);
  await world.door.asSteward((tx) => bringLibrary(tx, world.schoolId));
}

export const aSource = { key: "a-source", title: "A source of this test", isVerified: true };

export const aClaim = (more: object = {}): object => ({
  version: 0,
  statement: "Of ten invented programs, seven do it.",
  share: 7,
  shareOf: 10,
  strength: "limited",
  design: "Invented for this test",
  sources: [aSource.key],
  checkedOn: day(-30),
  reviewBy: day(200),
  because: "The first",
  ...more,
});

export const anArticle = (more: object = {}): object => ({
  version: 0,
  title: "An article of this test",
  topic: "Tests",
  reviewBy: day(200),
  because: "The first",
  wordings: [
    { reader: "preclerkship", words: "## Why\n\nSeven programs do it [^a-claim]." },
    { reader: "educator", words: "## Why\n\nIt is done in seven [^a-claim] of ten." },
  ],
  ...more,
});

const versionPath = (kind: string, key: string, version: number): string =>
  `/library/versions/${kind}/${key}/${version}`;

export const submit = (world: World, who: string, kind: string, key: string, version = 1): Promise<Reply> =>
  world.ask(who, "POST", `${versionPath(kind, key, version)}/submission`);

export const judge = (
  world: World,
  who: string,
  kind: string,
  key: string,
  version = 1,
  said: object = {},
): Promise<Reply> =>
  world.ask(who, "POST", `${versionPath(kind, key, version)}/reviews`, { verdict: "approve", ...said });

/** Rosa writes and submits it, and both others approve. */
export async function approvedClaim(world: World, key: string, more: object = {}): Promise<void> {
  ok(await world.ask("rosa", "POST", `/library/claims/${key}/versions`, aClaim(more)));
  ok(await submit(world, "rosa", "claim", key));
  for (const who of moreReviewers) ok(await judge(world, who, "claim", key));
}

/** Everything that can be: two reviewers approve each claim with a source that was found, and each article. */
export async function wholeLibraryApproved(world: World): Promise<void> {
  const { items } = ok(await world.ask("rosa", "GET", "/library/desk"));
  for (const { kind, key, version, lapsed } of items as {
    kind: string;
    key: string;
    version: number;
    lapsed: string | null;
  }[])
    if (lapsed !== "source") for (const who of moreReviewers) ok(await judge(world, who, kind, key, version));
}
