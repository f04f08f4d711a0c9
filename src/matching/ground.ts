// What an open proposal rests on, and what may go while the two still think about it.
import { z } from "zod";

/** With these it cannot come to be any more: the database withdraws it at once. */
export const WithdrawnBecause = z.enum(["provided", "left", "other lane"]);
export type WithdrawnBecause = z.infer<typeof WithdrawnBecause>;

/** With these it still could, and the office decides what to do. The first that holds is told. */
export const ShakenBecause = z.enum(["not available", "on leave", "never", "paused", "places"]);
export type ShakenBecause = z.infer<typeof ShakenBecause>;

/** In a sentence for an office that sees proposals; the two read only that theirs was withdrawn. */
export const groundWords: Record<WithdrawnBecause | ShakenBecause, string> = {
  provided: "The learner has somebody in this program now.",
  left: "One of the two has left.",
  "other lane": "The two are together in another program now.",
  "not available": "The two are not available to each other now.",
  "on leave": "The learner is on leave now.",
  never: "The learner would rather not have this person.",
  paused: "The educator is paused now.",
  places: "The educator has fewer places than learners and proposals.",
};
