// Advising as a school starts with it: requirements, milestones, career logistics.
import type { CharterBody, DutyRule } from "./charter.ts";
import { firstClauses } from "./clauses.ts";

export const advisingCharter: CharterBody = {
  purpose:
    "You learn what you must do, by when, and how to get there: requirements, milestones and the steps of a career.",
  topicsIn: [
    "Requirements and deadlines",
    "Course, elective and clerkship choices",
    "Milestones of your phase",
    "Residency application: dates, documents, letters",
    "Which office does what",
  ],
  topicsOut: ["How to study or perform better", "Who you want to become", "Health and wellbeing care"],
  referTo: [
    { topic: "A skill or a score to improve", to: "Your coach" },
    { topic: "Doubts, values, identity", to: "Your mentor" },
    {
      topic: "Failing, or at risk of failing, a requirement",
      to: "An academic counselor, who has no part in assessment or promotion",
    },
    { topic: "Distress or danger", to: "Confidential and emergency resources" },
  ],
  cadenceDays: 180,
  hoursPerLearnerYear: 2,
  learnersMost: 40,
  termMonths: 12,
  modules: ["Three roles, three lanes"],
  validityMonths: null,
  clauses: firstClauses(
    "advisor",
    "The learner books; the advisor answers within three working days.",
    "At least twice a year, and before each choice with a deadline.",
  ),
  confidentiality: "education record",
  confidentialityText:
    "Advising notes are education records: you may read them, and the advising office may too when it needs them to help you.",
  sources: [
    "LCME element 11.1 (2023-24 text): academic counseling only from people who have no role in assessment or promotion decisions about the student.",
    "LCME element 11.2: career advising covers electives, career options and the residency application.",
    "Cadence, hours and ratio are starting values of Chiron, without a survey behind them. Set your own.",
  ],
};

export const advisingRules: DutyRule[] = [
  { duty: "advises", wall: "role", side: "advisor", coolingDays: 0 },
  { duty: "counsels", wall: "role", side: "advisor", coolingDays: 0 },
  { duty: "counsels", wall: "assessment", side: "support", coolingDays: 180 },
];
