// On an educator's home: what their learners ask for, and what of the plans of those whom they advise presses.
import { CoachedSection } from "../../goals/screens/goals-section.tsx";
import { AdvisedSection } from "../../requirements/screens/advised.tsx";
import { HeldRequests } from "../../requests/screens/held-requests.tsx";
import { WrittenRepliesLink } from "../../requests/screens/written-replies.tsx";

export function FromLearners() {
  return (
    <>
      <HeldRequests />
      <WrittenRepliesLink />
      <AdvisedSection />
      <CoachedSection />
    </>
  );
}
