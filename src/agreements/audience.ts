// Who can see a relationship and its ground rules, in the words that stand beside them.
import type { Audience } from "../people/audience.ts";
import { otherOf, type Relationship } from "./relationship.ts";

const never = [
  { who: "Other learners and educators" },
  { who: "Whoever assesses the learner", why: "The wall" },
  { who: "System administrators", why: "They run the servers, not your records" },
];
const office = "Coordinator, director and dean";
const officeSees = "That you two are in this program, since when, and whether it is signed, paused or ended";

/** Of that a relationship is there and how it stands, for one of the two. */
export function relationshipAudience(relationship: Relationship, personId: string): Audience {
  const { name } = otherOf(relationship, personId);
  return {
    words: `You and ${name}; office sees how it stands`,
    can: [{ who: "You" }, { who: name }, { who: office, what: officeSees }],
    cannot: never,
    rule: "A relationship is known to the two and to the program's offices. Who ended one is known to nobody else.",
  };
}

/** The same of all of one's own together. */
export const ownRelationshipsAudience: Audience = {
  words: "You and each of your people; office sees how each stands",
  can: [
    { who: "You" },
    { who: "Each of your people", what: "Their own with you" },
    { who: office, what: "That each one is there, since when, and whether it is signed, paused or ended" },
  ],
  cannot: never,
  rule: "A relationship is known to the two and to the program's offices. Who ended one is known to nobody else.",
};

/** The same for an office. */
export const relationshipsAudience: Audience = {
  words: "The two and the program offices",
  can: [
    { who: "The learner and the educator", what: "Their own" },
    { who: office, what: "How each one stands" },
  ],
  cannot: [
    ...never,
    { who: "You, as an office", why: "You never see a line of their ground rules, nor who ended one" },
  ],
  rule: "A relationship is known to the two and to the program's offices. Ground rules are the two's own.",
};

/** Of the wording, for one of the two. */
export function agreementAudience(relationship: Relationship, personId: string): Audience {
  const { name } = otherOf(relationship, personId);
  return {
    words: `You and ${name}`,
    can: [{ who: "You" }, { who: name }, { who: office, what: "Only whether it is signed and by when you renew it" }],
    cannot: [{ who: "The program office", why: "The wording is yours; it sees no line of it" }, ...never],
    rule: "Ground rules are read by the two who wrote them, after the end too.",
  };
}
