// Who can see goals and learning plans, in the words that stand beside them.
import type { Audience } from "../people/audience.ts";
import type { GoalPart } from "./goal.ts";

const never = [
  { who: "Every office", why: "Not even that there are any" },
  { who: "Advisor and mentor" },
  { who: "Whoever assesses the learner", why: "The wall" },
  { who: "Other learners" },
];

/** Of a learner's goals and learning plan, for the learner or for their coach. */
export function goalAudience(as: GoalPart, learner: string): Audience {
  const isOwn = as === "learner";
  return {
    words: isOwn ? "You and your coach" : `${learner} and you, their coach`,
    can: [
      { who: isOwn ? "You" : learner },
      {
        who: isOwn ? "Who coaches you today" : "You, while you coach them",
        what: isOwn
          ? "Asks and comments, and rates nothing. You can read when they looked"
          : "They can read that you looked",
      },
    ],
    cannot: [{ who: "A former coach", why: "It ends with the coaching" }, ...never],
    rule: isOwn
      ? "Only you write your goals, rate them and show your learning plan outward."
      : "Only the learner writes, rates and shows it outward.",
  };
}

export const linksAudience: Audience = {
  words: "Only you",
  can: [
    { who: "You" },
    { who: "Whoever has a link", what: "That one version, until the link ends or you take it back" },
  ],
  cannot: [{ who: "Your coach", why: "Not even that there is a link" }, ...never],
  rule: "A link shows one version and nothing else. Nobody is told that it was opened.",
};
