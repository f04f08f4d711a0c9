// Who can see what an import brings, in the words that stand beside it.
import type { Audience } from "../people/audience.ts";

export const importAudience: Audience = {
  words: "Program office and registrar",
  can: [
    { who: "Coordinator and registrar", what: "The files' names, the counts, and who took them in" },
    { who: "You", what: "The rows that were refused; the files themselves are not kept" },
  ],
  cannot: [
    { who: "Learners and educators", why: "Each sees the own record that comes of it" },
    { who: "Directors and deans", why: "They do not import" },
  ],
  rule: "Imports are read by those who may import people.",
};
