// What a change does, in words: to the set, and to the plans of learners.
import { plural } from "../../core/plural.ts";
import { Notice } from "../../web/ui/notice.tsx";
import type { PlanEffect, SetChanges } from "../change.ts";

export function Effect({ changes, plans }: { changes: SetChanges; plans: PlanEffect }) {
  const lines = [
    ...changes.added.map((title) => `New: ${title}`),
    ...changes.removed.map((title) => `Gone: ${title}`),
    ...changes.changed.map(({ title, fields }) => `Changed: ${title} (${fields.map(fieldWord).join(", ")})`),
    ...(changes.isReordered ? ["In another order"] : []),
  ];
  return (
    <Notice title={sayPlans(plans)} kind={plans.newlyLate > 0 ? "caution" : "plain"} live>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

export function sayPlans({ moved, newlyLate }: PlanEffect): string {
  if (moved === 0) return "No learner's date moves.";
  const late = newlyLate === 0 ? "Nothing becomes late." : `For ${newlyLate} something is late at once.`;
  return `For ${plural(moved, "learner")} a date moves. ${late}`;
}

const fieldWords: Record<string, string> = {
  title: "what is to be done",
  kind: "kind",
  phase: "phase",
  classYear: "class",
  due: "date",
  dependsOn: "what comes before",
  signedBy: "who signs it off",
  how: "how",
};

function fieldWord(field: string): string {
  return fieldWords[field] ?? field;
}
