// The homes of a learner and of an educator: one request each.
import { endpoint } from "../core/endpoint.ts";
import { EducatorHome } from "./educator-home.ts";
import { LearnerHome } from "./learner-home.ts";

export const getLearnerHome = endpoint({
  method: "GET",
  path: "/home/learner",
  summary: "A learner's own home: their three people, the wall's check, what to do next, where they are",
  may: "take part",
  reply: LearnerHome,
});

export const getEducatorHome = endpoint({
  method: "GET",
  path: "/home/educator",
  summary: "An educator's own home: learners by lane, time, certification, and duties of assessment",
  may: "take part",
  reply: EducatorHome,
});
