// Coaching as a school starts with it: skills, goals, performance, told by the learner.
import type { CharterBody, DutyRule } from "./charter.ts";
import { firstClauses } from "./clauses.ts";

export const coachingCharter: CharterBody = {
  purpose:
    "You work on getting better at what you choose: skills, performance and goals. Your coach asks, and does not grade.",
  topicsIn: [
    "Study and test-taking skills",
    "Clinical reasoning, communication, procedures, presentation",
    "Goals and a learning plan",
    "Time management",
    "Making sense of feedback you bring",
  ],
  topicsOut: ["Requirements and paperwork", "Grades and promotion", "Health and wellbeing care"],
  referTo: [
    { topic: "Deadlines, requirements, applications", to: "Your advisor" },
    { topic: "Who you are becoming", to: "Your mentor" },
    { topic: "Distress or danger", to: "Confidential and emergency resources" },
  ],
  cadenceDays: 90,
  hoursPerLearnerYear: 9,
  learnersMost: 3,
  termMonths: 12,
  modules: [
    "Three roles, three lanes",
    "Coaching process and structure",
    "Relational skills",
    "Coaching skills",
    "Coaching theories and models",
    "Coach development",
  ],
  validityMonths: null,
  clauses: firstClauses("coach", "The learner books and sets the agenda.", "At least once a quarter."),
  confidentiality: "the two",
  confidentialityText:
    "What you say in coaching stays between the two of you. The program office sees that you met, never what you spoke of.",
  sources: [
    "Wolff et al. 2020 (Med Educ Online 25:1699765), a survey of coaching programs, N=25: coaches do not formally assess their students in 21/25 (84 %, 95 % interval 65 to 94).",
    "The same survey: coaches do not observe their students clinically in 19/25 (76 %, 57 to 89); formal coach training in 22/25 (88 %, 70 to 96).",
    "Wolff et al. 2021 (Med Teach 43:1210): fifteen coaching competencies in five domains, by a modified Delphi of 7 experts.",
    "Palamara et al. 2015 (JGME 7:630), one residency, 72 interns and 26 coaches: quarterly meetings, 9 hours per coach, learner and year.",
    "The ratio of 1 to 3 learners comes from a source that is still being verified.",
  ],
};

export const coachingRules: DutyRule[] = [
  { duty: "coaches", wall: "role", side: "coach", coolingDays: 0 },
  { duty: "coaches", wall: "assessment", side: "support", coolingDays: 180 },
  { duty: "coaches", wall: "observation", side: "support", coolingDays: 180 },
];
