// Which readers there are wordings for. The facts are the same for all of them.
import { z } from "zod";

export const readers = ["preclerkship", "clerkship", "resident", "educator", "leader", "public"] as const;
export const Reader = z.enum(readers);
export type Reader = z.infer<typeof Reader>;

/** As somebody says it of themselves. */
export const readerWords: Record<Reader, string> = {
  preclerkship: "Learner before the clinic",
  clerkship: "Learner in the clinic",
  resident: "Resident",
  educator: "Educator",
  leader: "Program leader",
  public: "Somebody else",
};

/** Whose wording comes nearest where there is none for a reader, the nearest first. */
const near: Record<Reader, readonly Reader[]> = {
  preclerkship: ["clerkship", "public", "resident"],
  clerkship: ["preclerkship", "resident", "public"],
  resident: ["clerkship", "preclerkship", "public"],
  educator: ["leader", "resident", "public"],
  leader: ["educator", "public", "resident"],
  public: ["preclerkship", "clerkship", "leader"],
};

/** The wording that a reader gets of those that there are; null where there is none at all. */
export function wordingFor(reader: Reader, there: readonly Reader[]): Reader | null {
  return readersFrom(reader).find((one) => there.includes(one)) ?? null;
}

/** All of them, whose wording comes nearest first. */
export function readersFrom(reader: Reader): Reader[] {
  return [...new Set([reader, ...near[reader], ...readers])];
}
