// Who can see a proposal, said beside it.
import type { Audience } from "../../people/audience.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";

type ProposalSeenProps = { isApproved: boolean; role: string; of?: string };

/** Before approval the office alone; after it, the two as well. */
export function ProposalSeen({ isApproved, role, of = "this proposal" }: ProposalSeenProps) {
  return <SeenChip of={of} audience={isApproved ? afterApproval(role) : beforeApproval(role)} />;
}

const never = [
  { who: "Other learners and educators", why: "Never" },
  { who: "Anyone who assesses a learner", why: "The wall" },
];
const rule = "A run is the office's working paper until a director approves it.";

/** Of the list of runs. */
export function RunsSeen() {
  return <SeenChip of="these runs" audience={runsAudience} />;
}

const runsAudience: Audience = {
  words: "Program office",
  can: [{ who: "Program office", what: "Coordinators and directors, with every pair and its reasons" }],
  cannot: [
    { who: "Learners and educators", why: "They see the one person proposed to them, once a director approved it" },
    ...never,
  ],
  rule,
};

/** Of why somebody has no proposal: approval opens it to nobody. */
export function GapSeen({ learner }: { learner: string }) {
  return <SeenChip of={`why ${learner} is not matched`} audience={gapAudience} />;
}

const gapAudience: Audience = {
  words: "Program office",
  can: [{ who: "Program office", what: "Coordinators and directors" }],
  cannot: [
    { who: "The learner", why: "The reasons tell of other people's places and duties" },
    { who: "Every educator", why: "Also those whom it names" },
    ...never,
  ],
  rule: "It stays with the office that runs the match, also once a director approved the run.",
};

function beforeApproval(role: string): Audience {
  return {
    words: "Office, until approved",
    can: [{ who: "Program office", what: "Coordinators and directors, with reasons" }],
    cannot: [{ who: `The learner and the ${role}`, why: "Until a director approves" }, ...never],
    rule,
  };
}

function afterApproval(role: string): Audience {
  return {
    words: "Office and the two",
    can: [
      { who: "Program office", what: "Coordinators and directors, with reasons and answers" },
      { who: "The learner", what: "Their own proposal, with its reasons" },
      { who: `The ${role}`, what: "That it is proposed, and until when to answer" },
    ],
    cannot: [{ who: `The ${role}`, why: "The reasons: they tell of the learner's wishes" }, ...never],
    rule,
  };
}

/** For those to whom something is proposed. */
export function answerAudience(other: string): Audience {
  return {
    words: "You; the office sees your answer",
    can: [
      { who: "You", what: "Your answer and your reason" },
      { who: "Program office", what: "Your answer, and your reason unless it is a conflict" },
    ],
    cannot: [
      { who: other, why: "They learn what comes of it, never who said what" },
      { who: "Everyone else", why: "Never" },
    ],
    rule: "A conflict is stored without a reason. It closes the two to each other, and the office reads only that they are not available.",
  };
}
