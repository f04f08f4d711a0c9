// What examples say of a word: how much more often it stands in those of one group than in the others'. It fills in where
// the lists know no phrase. Counted, not trained: the same examples give the same answer.
import { type Word, wordsOf } from "./wording.ts";

export interface Leaning<Group extends string> {
  scores: Record<Group, number>;
  /** The places of the words that lean most to each group. */
  telling: Record<Group, number[]>;
}

/** So that a word seen once does not speak as if it were sure. */
const unseen = 0.5;
/** From here on a word is worth naming as a reason. */
const tellingLeast = 1.2;

/** Asks the examples of each group. They are read when somebody first asks. */
export function learnedFrom<Group extends string>(
  examples: Record<Group, string[]>,
): (words: Word[]) => Leaning<Group> {
  const groups = Object.keys(examples) as Group[];
  const perGroup = <T>(value: (group: Group) => T) =>
    Object.fromEntries(groups.map((group) => [group, value(group)])) as Record<Group, T>;
  let learned: Map<string, Record<Group, number>> | null = null;
  return (words) => {
    learned ??= weighed(countedIn(examples, groups, perGroup), examples, groups, perGroup);
    const scores = perGroup(() => 0);
    const telling = perGroup((): number[] => []);
    for (const { feature, at } of featuresOf(words))
      for (const [group, weight] of Object.entries(learned.get(feature) ?? {}) as [Group, number][]) {
        scores[group] += weight;
        if (weight > tellingLeast && !telling[group].includes(at)) telling[group].push(at);
      }
    return { scores, telling };
  };
}

type PerGroup<Group extends string> = <T>(value: (group: Group) => T) => Record<Group, T>;

function countedIn<Group extends string>(
  examples: Record<Group, string[]>,
  groups: Group[],
  perGroup: PerGroup<Group>,
): Map<string, Record<Group, number>> {
  const counts = new Map<string, Record<Group, number>>();
  for (const group of groups)
    for (const example of examples[group])
      for (const { feature } of featuresOf(wordsOf(example))) {
        const count = counts.get(feature) ?? perGroup(() => 0);
        count[group] += 1;
        counts.set(feature, count);
      }
  return counts;
}

/** How far above the groups' mean a word stands in each, as the logarithm of its share. */
function weighed<Group extends string>(
  counts: Map<string, Record<Group, number>>,
  examples: Record<Group, string[]>,
  groups: Group[],
  perGroup: PerGroup<Group>,
): Map<string, Record<Group, number>> {
  return new Map(
    [...counts].map(([feature, count]) => {
      const share = perGroup((group) => Math.log((count[group] + unseen) / (examples[group].length + 2 * unseen)));
      const mean = groups.reduce((sum, group) => sum + share[group], 0) / groups.length;
      return [feature, perGroup((group) => share[group] - mean)];
    }),
  );
}

/** Each word, and each two that follow one another, once. */
function featuresOf(words: Word[]): { feature: string; at: number }[] {
  const features = new Map<string, number>();
  for (const [at, { stem }] of words.entries()) {
    const next = words[at + 1];
    if (!features.has(stem)) features.set(stem, at);
    if (next && !features.has(`${stem} ${next.stem}`)) features.set(`${stem} ${next.stem}`, at);
  }
  return [...features].map(([feature, at]) => ({ feature, at }));
}
