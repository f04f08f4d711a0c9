// The three programs, by name. All that differs between them is in this folder; elsewhere a program is data.
import { z } from "zod";

/** Always in this order: on screens, in lists, in runs. */
export const programs = ["advising", "coaching", "mentoring"] as const;
export const Program = z.enum(programs, { error: "Must be advising, coaching or mentoring." });
export type Program = z.infer<typeof Program>;

/** What an educator is called toward their learner, by program. */
export const roleOf: Record<Program, string> = { advising: "advisor", coaching: "coach", mentoring: "mentor" };

/** All duties that a charter has rules for; the one that a relationship begins is `app.duty_of` in SQL. Counseling in academic difficulty is advising that stands on the assessment wall too. */
export const dutiesOf: Record<Program, readonly string[]> = {
  advising: ["advises", "counsels"],
  coaching: ["coaches"],
  mentoring: ["mentors"],
};

/** The program of the relationship that a duty belongs to; of duties to judge, none. */
export const programOfDuty: Readonly<Record<string, Program>> = Object.fromEntries(
  programs.flatMap((program) => dutiesOf[program].map((duty) => [duty, program])),
);

/** Whose educator may also counsel in academic difficulty, and is then walled. */
export const counselingProgram: Program = "advising";

/** Whose educator reads a learner's plan of requirements; those of the others only where the learner shows it. */
export const planProgram: Program = "advising";

/** Whose educator reads a learner's goals, asks and comments. */
export const goalProgram: Program = "coaching";

/** Where a charter may allow formative watching: a coach may be let to see the learner at work, a mentor never. */
export const watchingAllowed: Record<Program, boolean> = { advising: true, coaching: true, mentoring: false };
