// The words for who sees what of mail.
import type { Audience } from "../people/audience.ts";

export const choicesAudience: Audience = {
  words: "Only you",
  can: [{ who: "You" }],
  cannot: [
    { who: "Everybody", why: "What you are mailed about tells what you have to do here" },
    { who: "Administrator", why: "Sees that a mail to you could not be delivered, never what it was about" },
  ],
  rule: "A mail holds no name, no program, no reason and no result; its text is kept nowhere.",
};

export const flowAudience: Audience = {
  words: "Administrators",
  can: [{ who: "Administrators", what: "Whether mail flows, and to whom one could not be delivered" }],
  cannot: [
    { who: "Administrators", why: "What a mail is about, how many there are, and who got which" },
    { who: "Everybody else" },
  ],
  rule: "How much mail there is would tell how much people have to do with each other, so nothing is counted.",
};
