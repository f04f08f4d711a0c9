// Who can see a meeting, and what belongs to it, in the words that stand beside them.
import type { Audience } from "../people/audience.ts";
import type { Confidentiality } from "./pair.ts";

const never = [
  { who: "Other learners and educators" },
  { who: "Whoever assesses the learner", why: "The wall" },
  { who: "System administrators", why: "They run the servers, not your records" },
];
const office = "Coordinator, director and dean";

/** Of the meetings of a pair, for one of the two. */
export function meetingAudience(other: string, confidentiality: Confidentiality): Audience {
  const isSealed = confidentiality === "sealed";
  return {
    words: isSealed ? `You and ${other}` : `You and ${other}; office sees that you met`,
    can: [
      { who: "You" },
      { who: other },
      ...(isSealed ? [] : [{ who: office, what: "How often you met, how long, and when last" }]),
    ],
    cannot: [
      { who: office, why: isSealed ? "Not even that you met" : "Not when or where you meet next, nor a word of it" },
      ...never,
    ],
    rule: isSealed
      ? "This program is sealed. In calendars it says Meeting, and nothing else."
      : "When and where you meet, the agenda and the next step are the two's own.",
  };
}

/** Of several pairs together. */
export const meetingsAudience: Audience = {
  words: "You and each of your people",
  can: [
    { who: "You" },
    { who: "Each of your people", what: "Their own meetings with you" },
    { who: office, what: "That you met, outside sealed programs such as mentoring" },
  ],
  cannot: never,
  rule: "When and where two meet, their agenda and their next step are the two's own.",
};

export const availabilityAudience: Audience = {
  words: "You and your learners",
  can: [{ who: "You" }, { who: "Your own learners", what: "The times that are still free" }],
  cannot: [{ who: "Every office" }, { who: "Other learners and educators" }],
  rule: "A taken time is only not offered. With whom you meet then is told to nobody.",
};

export const markAudience: Audience = {
  words: "Only you",
  can: [{ who: "You" }],
  cannot: [{ who: "The learner" }, { who: "Every office" }, { who: "Everyone else" }],
  rule: "It is your own mirror: no report, export or count of anybody else holds it.",
};

export const calendarAudience: Audience = {
  words: "Whoever has the address",
  can: [
    { who: "You" },
    {
      who: "Whoever you give the address to",
      what: "When you meet, never with whom; as a learner, by when something is due",
    },
  ],
  cannot: [{ who: "Every office" }, { who: "Everyone without the address" }],
  rule: "It says Meeting and the time, and Due and the day; in advising also the program, the place and what is due.",
};

export const toldAudience: Audience = {
  words: "Offices that see relationships",
  can: [{ who: office, what: "How often two met, how long, and when last" }],
  cannot: [
    { who: "You, as an office", why: "Never when they meet next, nor a word of what they say" },
    { who: "Every office, of a sealed program", why: "Mentoring tells nothing of its meetings" },
  ],
  rule: "A charter that is sealed keeps its meetings from every office.",
};
