// What to do about a field that cannot be used, where its shape does not say it itself.
import type { z } from "zod";

/** For a parse: the sentence about one field. A shape's own sentence comes before it. */
export function fixOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `${isMissing(issue.input) ? "This is missing: send" : "Send"} ${kinds[issue.expected] ?? "what /reference shows"}.`;
    case "invalid_value":
      return `Must be ${issue.values.length === 1 ? "" : "one of "}${issue.values.map(String).join(", ")}.`;
    case "too_small":
      return isEmpty(issue.origin, issue.minimum)
        ? "Must not be empty."
        : amount("At least", issue.minimum, issue.origin);
    case "too_big":
      return amount("At most", issue.maximum, issue.origin);
    case "invalid_format":
      return issue.format === "email"
        ? "Must be an address, such as name@example.edu."
        : "Write it as /reference shows.";
    case "unrecognized_keys":
      return `Nothing of this name is read here: ${issue.keys.join(", ")}. Leave it out.`;
    default:
      return "Cannot be used as it is. Send it as /reference shows.";
  }
}

const kinds: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function isMissing(input: unknown): boolean {
  return input === undefined || input === null;
}

function isEmpty(origin: string, least: number | bigint): boolean {
  return Number(least) === 1 && origin in units;
}

const units: Record<string, [one: string, many: string]> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
};

function amount(words: string, count: number | bigint, origin: string): string {
  const unit = units[origin]?.[Number(count) === 1 ? 0 : 1];
  return `${words} ${count}${unit === undefined ? "" : ` ${unit}`}.`;
}
