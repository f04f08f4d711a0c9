// The audiences of the desk's records, in the words of the chip.
import type { Audience } from "../people/audience.ts";

/** What the program's offices work with: that pairs exist, and what is stuck; never what two people say. */
export function officeSees(words = "Program office"): Audience {
  return {
    words,
    can: [{ who: "Program office", what: "That the pair exists, and what is stuck" }],
    cannot: [
      { who: "What the pair talk or write about", why: "It belongs to the two" },
      { who: "Assessors and committees", why: "The wall" },
      { who: "Other learners and educators" },
    ],
    rule: "The program office sees that a pair exists and what is unsigned. Never content.",
  };
}
