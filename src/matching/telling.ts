// A run in sentences: what it assumes, how it was made, and what a scenario costs against the run it came from.
import { agreeing, plural } from "../core/plural.ts";
import type { Cost } from "./run-detail.ts";
import type { Run } from "./run.ts";
import type { Settings } from "./settings.ts";
import { type Part } from "../programs/weights.ts";
import { known } from "./known.ts";

export const partNames: Record<Part | "unknown", string> = {
  wish: "Learner's choice",
  skills: "Skills for their needs",
  specialty: "Field of interest",
  language: "Shared language",
  campus: "Same campus",
  stage: "Knows their phase",
  unknown: "Not known yet",
};

/** A run whose assumptions are not so yet says them; `nameOf` gives a person's name. */
export function assumptionsOf({ assumptions }: Settings, nameOf: (id: string) => string): string[] {
  return [
    ...assumptions.places.map(({ educatorId, places }) => `${nameOf(educatorId)} has ${plural(places, "place")}.`),
    ...assumptions.certified.map((educatorId) => `${nameOf(educatorId)} has completed what the program asks for.`),
    ...assumptions.relaxed.map(
      ({ learnerId, educatorId }) =>
        `The no between ${nameOf(learnerId)} and ${nameOf(educatorId)} is taken back by who said it.`,
    ),
  ];
}

export function notesOf({ settings, outcome }: Run): string[] {
  const notes = [howMade(outcome.together)];
  if (settings.counting.length > 0) notes.push("Drafts of other programs are counted as if they were agreed.");
  if (outcome.idle.length > 0)
    notes.push(
      `Nobody has said anything yet about ${outcome.idle.map((part) => partNames[part].toLowerCase()).join(", ")}, so ${agreeing(outcome.idle.length, "it weighs", "they weigh")} nothing.`,
    );
  notes.push("Free time in common does not count: nobody's free time is on record, so that part weighs nothing.");
  if (outcome.withoutHours > 0)
    notes.push(
      `For ${outcome.withoutHours} of ${outcome.educators} educators no hours are allocated. Their places limit them, their hours do not.`,
    );
  if (settings.scope === "everyone")
    notes.push(
      "This run plans over relationships in force as well. It is a study: it cannot be approved while it would move any of them.",
    );
  return notes;
}

/** How a run stands to the other programs, and how near all three are to the best, in words. */
function howMade(together: Run["outcome"]["together"]): string {
  if (together === null)
    return "This program was matched by itself. The run is exact given the pairs and the hours that the others have taken so far; it does not weigh one program against another.";
  return `The programs were matched together. This run is exact given the pairs and the hours of the others. ${sayTogether(together)}`;
}

/** The bounds of runs made together: prices on hours and on lanes prove that nothing is beyond them. */
export function sayTogether({ pairs, pairsMost, total, totalMost }: NonNullable<Run["outcome"]["together"]>): string {
  const most =
    pairs === pairsMost
      ? `Together they have ${plural(pairs, "pair")}, and no other matches can have more.`
      : `Together they have ${plural(pairs, "pair")}; no other matches can have more than ${pairsMost}.`;
  if (total === totalMost) return `${most} Of those, none has a higher total of scores.`;
  const beyond = Math.ceil((1000 * (totalMost - total)) / Math.max(1, total)) / 10;
  return `${most} With at least as many pairs, no total of scores is more than ${beyond} % higher.`;
}

interface Placed {
  learnerId: string;
  learner: string;
  educator: string;
  score: number;
}

const changesMost = 20;

/** What changed from one run to the next, learner by learner. */
export function costOf(before: { run: Run; proposals: Placed[] }, after: { run: Run; proposals: Placed[] }): Cost {
  const was = new Map(before.proposals.map((placed) => [placed.learnerId, placed]));
  const is = new Map(after.proposals.map((placed) => [placed.learnerId, placed]));
  const changes: Cost["changes"] = [];
  for (const learnerId of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(learnerId), is.get(learnerId)];
    if (old?.educator === now?.educator && old?.score === now?.score) continue;
    changes.push({
      learnerId,
      learner: known(old ?? now).learner,
      before: old?.educator ?? null,
      after: now?.educator ?? null,
      scoreBefore: old?.score ?? null,
      scoreAfter: now?.score ?? null,
    });
  }
  const gain = (change: Cost["changes"][number]): number => (change.scoreAfter ?? -1) - (change.scoreBefore ?? 0);
  changes.sort((a, b) => gain(a) - gain(b) || (a.learnerId < b.learnerId ? -1 : 1));
  const [lowestNow, lowestThen] = [before.run.outcome.lowest, after.run.outcome.lowest];
  return {
    matched: after.run.outcome.matched - before.run.outcome.matched,
    lowest: lowestThen === null || lowestNow === null ? 0 : lowestThen - lowestNow,
    total: after.run.outcome.total - before.run.outcome.total,
    changes: changes.slice(0, changesMost),
    changed: changes.length,
  };
}
