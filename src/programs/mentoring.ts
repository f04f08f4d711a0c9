// Mentoring as a school starts with it: a longitudinal relationship with space, belief in the future, and transition.
import type { CharterBody, DutyRule } from "./charter.ts";
import { firstClauses } from "./clauses.ts";

export const mentoringCharter: CharterBody = {
  purpose:
    "You have somebody over years who makes space for who you are becoming. Nothing here is judged, and nobody watches you at work.",
  topicsIn: [
    "Becoming a physician",
    "Values, doubts, choices",
    "Life beside medicine",
    "Moving from one stage to the next",
  ],
  topicsOut: ["Grades and assessment", "Requirements and paperwork", "Observing you at work"],
  referTo: [
    { topic: "Deadlines, requirements, applications", to: "Your advisor" },
    { topic: "A skill or a score to improve", to: "Your coach" },
    { topic: "Distress or danger", to: "Confidential and emergency resources" },
  ],
  cadenceDays: 120,
  hoursPerLearnerYear: 6,
  learnersMost: 3,
  termMonths: 24,
  modules: ["Three roles, three lanes", "Mentoring: space, belief, transition", "Limits of confidentiality"],
  validityMonths: null,
  clauses: firstClauses(
    "mentor",
    "Either of you suggests a time; there is no fixed agenda.",
    "When it helps, and not less than every four months.",
  ),
  confidentiality: "sealed",
  confidentialityText:
    "What you say in mentoring is for the two of you alone. No office, administrator or report sees it, not even that something was written.",
  sources: [
    "Kalén, Ponzer and Silén 2012 (Adv Health Sci Educ 17:389), 12 interviews at one school: space, belief in the future, transition; mentors support and do not teach or assess.",
    "That mentors do not observe follows from the purpose; the survey figures on observation (19/25) are about coaches, not mentors.",
    "The ratio of 1 to 3 learners comes from a source that is still being verified; cadence and hours are starting values of Chiron.",
  ],
};

export const mentoringRules: DutyRule[] = [
  { duty: "mentors", wall: "role", side: "mentor", coolingDays: 0 },
  { duty: "mentors", wall: "assessment", side: "support", coolingDays: 180 },
  { duty: "mentors", wall: "observation", side: "support", coolingDays: 180 },
];
