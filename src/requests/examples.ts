// The examples that routing learns from, by destination. Adding one is how a school's own way of speaking gets in.
import type { Destination } from "./destination.ts";
import { counselingExamples, outsideExamples } from "./examples-elsewhere.ts";
import { advisingExamples } from "./examples-of-advising.ts";
import { coachingExamples } from "./examples-of-coaching.ts";
import { mentoringExamples } from "./examples-of-mentoring.ts";

const linesOf = (list: string) => list.trim().split("\n");

export const examples: Record<Destination, string[]> = {
  advising: linesOf(advisingExamples),
  coaching: linesOf(coachingExamples),
  mentoring: linesOf(mentoringExamples),
  counseling: linesOf(counselingExamples),
  outside: linesOf(outsideExamples),
};
