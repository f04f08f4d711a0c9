// What a learner and their people work on: when they meet next, and what is due.
import { NextMeetings } from "../../meetings/screens/next-meetings.tsx";
import { PlanSection } from "../../requirements/screens/plan-section.tsx";

export function OwnWork() {
  return (
    <>
      <NextMeetings as="learner" />
      <PlanSection />
    </>
  );
}
