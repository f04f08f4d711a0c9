// A duty in words: what it is and where, and toward whom.
import type { Duty } from "../../programs/charter.ts";
import type { JudgeDuty } from "../judge.ts";
import { dutyWords } from "../rule.ts";

export function WhatDuty({ duty, about }: { duty: Duty; about: string }) {
  return (
    <span className="block first-up">
      {dutyWords[duty]}
      {about !== "" && <span className="small muted block">{about}</span>}
    </span>
  );
}

/** A learner whom the reader may not name is "One learner". */
export function towardOf({ learnerId, learner, classYear }: JudgeDuty): string {
  if (learnerId !== null) return learner ?? "One learner";
  return classYear === null ? "Every learner" : `Class of ${classYear}`;
}
