// The ground rules that every agreement starts from; only who schedules and how often differ by program.
import type { Clause } from "./charter.ts";

export function firstClauses(role: string, scheduling: string, cadence: string): Clause[] {
  return [
    { key: "scheduling", text: scheduling },
    { key: "cadence", text: cadence },
    { key: "notice", text: "Who cannot come says so at least 24 hours before, and offers another time." },
    { key: "preparation", text: "Before a meeting the learner notes one thing to talk about." },
    { key: "scope", text: "You keep to what this program is for, and say so when a talk turns into something else." },
    {
      key: "no-judging",
      text: `The ${role} takes no part in assessing, grading or promoting the learner, and steps aside where asked to.`,
    },
    {
      key: "confidentiality",
      text: "What is said stays with the two of you, within the limits that you both read before signing.",
    },
    {
      key: "limits",
      text: "Danger to someone, and what the law makes reportable, cannot be kept secret. You say so before acting, where that is possible.",
    },
    { key: "ending", text: "Either of you may end it at any time without giving a reason and without blame." },
  ];
}

/** No wording of a pair may loosen these: what is walled, where confidence ends, and that leaving is free. */
export const fixedKeys: readonly string[] = ["no-judging", "limits", "ending"];
