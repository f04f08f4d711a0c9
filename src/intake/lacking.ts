// What is said of a file that no kind fits: what it comes nearest to, and which of the columns for that it lacks.
import { listed } from "../core/listed.ts";
import { nearestKind } from "./kinds.ts";

/** The end of a sentence that begins with the file's name. */
export function lackingIn({ name, header }: { name: string; header: string[] }): string {
  const nearest = nearestKind(name, header);
  if (nearest === null) return "has headings that fit no kind of file.";
  const columns = nearest.lacks.map(({ label }) => label);
  return `comes nearest to "${nearest.kind.label}", but has no column for ${listed(columns)}.`;
}
