// Who can see a plan and what belongs to it, in the words that stand beside it.
import type { Audience } from "../people/audience.ts";
import type { Share } from "./beside-plan.ts";
import type { Plan } from "./plan.ts";

const judges = { who: "Whoever assesses you", why: "The wall" };
const office = { who: "The advising office", what: "The coordinators. You can read when somebody opened it" };

/** Of one's own plan. */
export function ownPlanAudience(shares: Share[]): Audience {
  const shown = shares.filter((share) => share.shown).map(({ educator }) => educator.name);
  const hidden = shares.filter((share) => !share.shown).map(({ educator }) => educator.name);
  return {
    words: ["You, your advisor and the advising office", ...shown].join(", "),
    can: [
      { who: "You" },
      { who: "Your advisor", what: "Also the notes. You can read when they opened it" },
      office,
      ...shown.map((who) => ({ who, what: "While you show it, without the notes" })),
    ],
    cannot: [
      ...(hidden.length > 0 ? hidden : ["Your coach and your mentor"]).map((who) => ({
        who,
        why: "Until you show it",
      })),
      { who: "Directors, deans and other offices" },
      judges,
      { who: "Other learners" },
    ],
    rule: "A plan says that something is there, never how well it was done: signing it off is no assessment.",
  };
}

/** Of a plan that is somebody else's. */
export function planAudience({ learner, as }: Plan): Audience {
  return {
    words:
      as === null
        ? `${learner.name}, and to whom they show it`
        : `${learner.name}, their advisor and the advising office`,
    can: [
      { who: learner.name, what: "And that you opened it" },
      { who: "Their advisor" },
      { who: "The advising office", what: "The coordinators" },
    ],
    cannot: [
      { who: "Their coach and mentor", why: "Unless the learner shows it" },
      { who: "Directors, deans and other offices" },
      { who: "Whoever assesses them", why: "The wall" },
    ],
    rule: "A plan says that something is there, never how well it was done: signing it off is no assessment.",
  };
}

/** Of a note that is saved. `learner` is null for the learner themself. */
export function noteAudience(learner: string | null): Audience {
  return {
    words: `${learner ?? "You"}, ${learner === null ? "your" : "their"} advisor and the advising office`,
    can: [
      { who: learner ?? "You", what: "All of them, always" },
      { who: learner === null ? "Your advisor" : "Their advisor", what: "And whoever advises next" },
      { who: "The advising office", what: "The coordinators. The learner can read when somebody opened them" },
    ],
    cannot: [
      { who: "Directors, deans and other offices" },
      { who: "Coach and mentor", why: "Also where the plan is shown to them" },
      { who: "Whoever assesses the learner", why: "The wall" },
    ],
    rule: "Advising charter. Nothing is kept about a learner that the learner may not read.",
  };
}

/** Of a note that is typed and not saved. */
export function draftAudience(learner: string): Audience {
  return {
    words: "Only you",
    can: [{ who: "You" }],
    cannot: [
      { who: learner, why: "Until you save it; then they read it" },
      { who: "The advising office", why: "Until you save it" },
      { who: "Everybody else" },
    ],
    rule: "It is in your browser alone until you press Save. No draft of it is kept.",
  };
}

export const requirementsAudience: Audience = {
  words: "Everyone in the school",
  can: [{ who: "Everyone who signs in here", what: "What is asked for, and the dates of each class" }],
  cannot: [{ who: "Everyone but the advising office", why: "How a learner stands with it" }],
  rule: "What is required is no secret; how somebody stands with it is.",
};

export const plansAudience: Audience = {
  words: "The advising office",
  can: [
    { who: "The coordinators" },
    { who: "Each learner", what: "Their own plan" },
    { who: "Each advisor", what: "Those of the learners whom they advise" },
  ],
  cannot: [
    { who: "Directors, deans and other offices" },
    { who: "Coaches and mentors", why: "Unless a learner shows it" },
  ],
  rule: "The order is by date: whose date is over longest stands first. Nobody gets points.",
};

export const advisedAudience: Audience = {
  words: "You, each learner and the advising office",
  can: [
    { who: "You" },
    { who: "Each learner", what: "Their own plan" },
    { who: "The advising office", what: "The coordinators" },
  ],
  cannot: [
    { who: "Coaches and mentors", why: "Unless a learner shows it" },
    { who: "Whoever assesses them", why: "The wall" },
  ],
  rule: "While you advise them. The order is by date: whose date is over longest stands first.",
};
