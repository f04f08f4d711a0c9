// A person in few words: what they are here, and how that stands.
import type { Listed, Status } from "./person.ts";
import type { Office } from "./roles.ts";

export const statusWords: Record<Status, string> = {
  active: "Active",
  leave: "On leave",
  graduated: "Graduated",
  withdrawn: "Withdrawn",
};

export const officeWords: Record<Office, string> = {
  coordinator: "Coordinator",
  director: "Director",
  dean: "Dean",
  registrar: "Registrar",
  reviewer: "Reviewer",
  safety: "Safety",
  administrator: "Administrator",
};

/** "Class of 2028, clerkship", "Pediatrics", "Coordinator": whatever the reader may know of them, the most telling first. */
export function sayWhat({ learner, educator, offices }: Pick<Listed, "learner" | "educator" | "offices">): string {
  const parts = [
    learner === null ? "" : [`Class of ${learner.classYear}`, learner.phase].filter(Boolean).join(", "),
    educator === null ? "" : educator.department || "Educator",
    ...offices.map((office) => officeWords[office]),
  ];
  return parts.filter(Boolean).join(" · ") || "Name and address only";
}

/** The same with the campus: what tells two of one name apart wherever somebody is picked. */
export function sayWhatAndWhere(person: Pick<Listed, "learner" | "educator" | "offices">): string {
  const campus = person.learner?.campus || person.educator?.campus || "";
  return campus === "" ? sayWhat(person) : `${sayWhat(person)}, ${campus}`;
}

/** Null while nothing is out of the ordinary. */
export function sayAway({ learner, educator, leftOn }: Listed, say: (day: string) => string): string | null {
  if (leftOn !== null) return `Left ${say(leftOn)}`;
  if (learner !== null && learner.status !== "active") return statusWords[learner.status];
  if (educator?.pausedUntil) return `Paused, back ${say(educator.pausedUntil)}`;
  return null;
}
