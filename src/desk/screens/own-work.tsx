// What a learner and their people work on: when they meet next, what is due, and what they want to reach.
import { GoalsSection } from "../../goals/screens/goals-section.tsx";
import { NextMeetings } from "../../meetings/screens/next-meetings.tsx";
import { PlanSection } from "../../requirements/screens/plan-section.tsx";

export function OwnWork() {
  return (
    <>
      <NextMeetings as="learner" />
      <PlanSection />
      <GoalsSection />
    </>
  );
}
