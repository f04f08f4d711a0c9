// Who can see what of the library, in the words that stand beside it.
import type { Audience } from "../people/audience.ts";

const nobodyOutside = { who: "Anybody outside your school" };

export const libraryAudience: Audience = {
  words: "Everyone in the school",
  can: [
    { who: "Everyone who signs in here", what: "What is submitted or approved, its history, and who answers for it" },
    { who: "The reviewers", what: "Drafts, what was returned and why, and comments" },
  ],
  cannot: [{ who: "Who reads it", why: "Readers are not recorded" }, nobodyOutside],
  rule: "What two reviewers have not approved says so wherever it stands.",
};

export const draftsAudience: Audience = {
  words: "The reviewers",
  can: [{ who: "Everyone who holds the office of reviewer" }],
  cannot: [
    { who: "Everyone else", why: "Until it is submitted" },
    { who: "Coordinators, directors, deans and other offices", why: "Until it is submitted" },
    nobodyOutside,
  ],
  rule: "Whoever wrote a version does not judge it.",
};

export const askedAudience: Audience = {
  words: "The reviewers",
  can: [{ who: "Everyone who holds the office of reviewer", what: "What was asked, how often and on which days" }],
  cannot: [
    { who: "Everyone else" },
    { who: "Coordinators, directors, deans and other offices" },
    { who: "The reviewers", why: "Who asked is kept nowhere" },
    nobodyOutside,
  ],
  rule: "A question leaves this list when it is set aside, or when the article that answers it is approved.",
};

export const readerAudience: Audience = {
  words: "Only you",
  can: [{ who: "You" }],
  cannot: [{ who: "The reviewers and every office" }, { who: "Your advisor, coach and mentor" }, nobodyOutside],
  rule: "It chooses the words that you are shown, and nothing else.",
};

/** Once it is left to a language model to phrase the answer. */
export const phrasedQuestionAudience = (host: string): Audience => ({
  words: `You, and ${host}`,
  can: [{ who: "You" }, { who: host, what: "The words of your question, without your name" }],
  cannot: [
    { who: "The reviewers", why: "They read the answer, and not your question" },
    { who: "Your advisor, coach and mentor, and every office" },
  ],
  rule: "Chiron keeps no question. What the host keeps is for it to say.",
});

export const questionAudience: Audience = {
  words: "Only you",
  can: [{ who: "You" }],
  cannot: [
    { who: "The reviewers", why: "Unless you send it to them; your name does not go with it" },
    { who: "Your advisor, coach and mentor, and every office" },
    nobodyOutside,
  ],
  rule: "Questions are not kept.",
};

export const feedAudience: Audience = {
  words: "Whoever has the address",
  can: [{ who: "You" }, { who: "Whoever you give the address to", what: "What everybody in the school reads here" }],
  cannot: [{ who: "Every office" }, { who: "Everyone without the address" }],
  rule: "It holds no draft, nothing that was returned, and nobody’s name.",
};
