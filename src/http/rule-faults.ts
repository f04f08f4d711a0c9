// Rules of the database that are about one field, which every request that can break them calls the same.
import type { Fault } from "../core/refusal.ts";

const faults: Record<string, Fault> = {
  "person.email": { field: "email", because: "Give another one." },
  "key.capabilities": { field: "capabilities", because: "Leave out what your own offices do not allow." },
  "article.unknown": { field: "wordings", because: "Write the claim first, or correct its key." },
  "claim.source": { field: "sources", because: "Add the source first, or leave it out." },
  "question.reason": { field: "reason", because: "Say why, so that the other reviewers can follow it." },
  "source.taken": { field: "key", because: "Choose another one." },
  "learning-plan.most": { field: "version", because: "Write into your goals and their check-ins from now on." },
  "plan-link.most": { field: "label", because: "Take a link back first." },
  "plan-link.year": { field: "label", because: "Give a link that holds to several people." },
  "school.slug": { field: "slug", because: "Choose another one." },
};

/** The field to change for a rule that names none itself. */
export function faultsOf(rule: string): Fault[] {
  const fault = faults[rule];
  return fault === undefined ? [] : [fault];
}
