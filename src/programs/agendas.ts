// What a talk may begin with, by program and by the learner's phase: lines to take over, change or leave.
import type { Program } from "./program.ts";

export interface AgendaTemplate {
  name: string;
  /** Words of the phases for which it comes first, in any school's naming; null fits every phase. */
  phases: RegExp | null;
  lines: readonly string[];
}

const clinical = /clerk|clinic|rotation|\b(m|ms|y|year )?[34]\b|pgy|resident|intern/i;
// A resident's second year (PGY-2) is none of the school's.
const early = /pre-?cler|pre-?clin|foundation|(?<!pgy[ -]?)\b(m|ms|y|year )?[12]\b/i;
const last = /post|final|senior|applic|transition|graduat|(?<!pgy[ -]?)\b(m|ms|y|year )?4\b/i;

const templates: Record<Program, readonly AgendaTemplate[]> = {
  advising: [
    {
      name: "A first meeting",
      phases: early,
      lines: ["Where I stand, and what this year requires", "Which dates come next", "Whom to ask for what"],
    },
    {
      name: "Choosing rotations and electives",
      phases: clinical,
      lines: ["What I have to complete, and by when", "Electives that keep my choices open", "Dates of examinations"],
    },
    {
      name: "Applying for a residency",
      phases: last,
      lines: ["My list of programs and its dates", "Letters: who, and by when", "What is still missing"],
    },
    {
      name: "Looking at requirements",
      phases: null,
      lines: ["What is done", "What is due next", "What stands in the way"],
    },
  ],
  coaching: [
    {
      name: "A first meeting",
      phases: early,
      lines: ["What I want to get better at", "How I work at it now", "How I would know that it works"],
    },
    {
      name: "Feedback that I bring",
      phases: clinical,
      lines: ["What I was told, in its words", "What of it fits, and what surprises me", "One thing that I try next"],
    },
    {
      name: "Goal, reality, options, will",
      phases: null,
      lines: ["The goal for today", "How it is now", "What I could do", "What I will do, and by when"],
    },
  ],
  mentoring: [
    {
      name: "A first meeting",
      phases: early,
      lines: ["What brought me to medicine", "What I hope for from these talks"],
    },
    {
      name: "A step to the next stage",
      phases: last,
      lines: ["What I leave behind", "What I look forward to, and what I fear", "Who I want to be there"],
    },
    { name: "An open talk", phases: null, lines: ["What is on my mind"] },
  ],
};

/** Those of the learner's phase first, then those for every phase, then the others. */
export function agendasFor(program: Program, phase: string | null): AgendaTemplate[] {
  const rank = ({ phases }: AgendaTemplate) => (phases === null ? 1 : phase !== null && phases.test(phase) ? 0 : 2);
  return templates[program].toSorted((a, b) => rank(a) - rank(b));
}
