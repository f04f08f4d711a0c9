// Who can see a charter, said beside it.
import type { Audience } from "../people/audience.ts";

export const charterAudience: Audience = {
  words: "Everyone in the school",
  can: [{ who: "Everyone who signs in here" }],
  cannot: [{ who: "Nobody outside the school" }],
  rule: "A charter is a promise to everyone. Who acknowledged it is counted for the program offices, and named to nobody.",
};
