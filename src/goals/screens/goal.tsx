// One goal with all that belongs to it: the learner's own, or as their coach reads it.
import { goalProgram } from "../../programs/program.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { useRead } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { goalAudience } from "../audience.ts";
import { getGoal } from "../contract.ts";
import { EvidenceSection } from "./evidence.tsx";
import { OwnWords, Words } from "./goal-words.tsx";
import { RatingsSection } from "./ratings.tsx";
import { StepsSection } from "./steps.tsx";
import { TalkSection } from "./talk.tsx";

export function GoalScreen({ goalId }: { goalId: string }) {
  const { school } = useMe();
  const { data: goal, error } = useRead(getGoal, { params: { id: goalId } });
  if (!goal) return <Waiting error={error} rows={6} />;
  const isOwn = goal.as === "learner";
  return (
    <Page
      title={goal.words}
      lede={goal.dueOn === null ? undefined : `By ${sayDay(goal.dueOn, school.today)}.`}
      end={
        <ButtonLink href={isOwn ? "/goals" : `/goals/of/${goal.learnerId}`}>
          {isOwn ? "All your goals" : `All goals of ${goal.learner.name}`}
        </ButtonLink>
      }
    >
      <p className="row">
        <Plate lane={goalProgram} />
        <SeenChip of="this goal" audience={goalAudience(goal.as, goal.learner.name)} />
      </p>
      {isOwn ? <OwnWords goal={goal} /> : <Words goal={goal} />}
      <div className="cols cols-main">
        <StepsSection goal={goal} />
        <RatingsSection goal={goal} />
      </div>
      <TalkSection goal={goal} />
      <EvidenceSection goal={goal} />
    </Page>
  );
}
