// Who can see what of the wall, said beside each record.
import type { Audience } from "../people/audience.ts";

const never = [
  { who: "Other learners and educators" },
  { who: "System administrators", why: "They run the servers, not your records" },
];

export const incidentAudience: Audience = {
  words: "Program offices",
  can: [{ who: "Coordinator, director and dean" }, { who: "Registrar", what: "To put the rosters right" }],
  cannot: [{ who: "The two of the pair", why: "They are told by you, or by an exception" }, ...never],
  rule: "The wall: incidents are read by the offices that see it, and by those that import.",
};

export const exceptionAudience: Audience = {
  words: "The two and the program offices",
  can: [
    { who: "The learner and the educator", what: "With its reason and who approved it" },
    { who: "Coordinator, director and dean" },
  ],
  cannot: never,
  rule: "The wall: an exception is told to the learner.",
};

export const pairAudience: Audience = {
  words: "Program offices and the two",
  can: [
    { who: "Coordinator, director and dean", what: "With the reasons" },
    { who: "The two themselves", what: "Their own duties" },
  ],
  cannot: [
    { who: "Anyone else", why: "Asking answers as if there were no such people" },
    { who: "All but who declared it", why: "A declared conflict reads “not available”" },
  ],
  rule: "The wall: a closed pair tells nobody why who may not know.",
};

export const ownStandsAudience: Audience = {
  words: "You, the other of each pair, program offices",
  can: [{ who: "You" }, { who: "The other of each pair" }, { who: "Coordinator, director and dean" }],
  cannot: never,
  rule: "The wall: where two people stand is known to the two, and to the offices that keep the wall.",
};

export const standsAudience: Audience = {
  words: "Program offices and the two",
  can: [{ who: "Coordinator, director and dean" }, { who: "The two of each pair", what: "Their own" }],
  cannot: never,
  rule: "The wall: whose stands you look up by name can read that you looked.",
};

export const conflictAudience: Audience = {
  words: "Only you",
  can: [{ who: "You" }],
  cannot: [
    { who: "The person you named", why: "They are not told" },
    { who: "Every office", why: "They read “not available”, never why" },
    ...never,
  ],
  rule: "The wall: no reason is stored, and a declared conflict is seen by who declared it.",
};
