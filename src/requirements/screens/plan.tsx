// A learner's plan: their own, or as their advisor, the advising office or whom they show it to reads it.
import { capitalised } from "../../core/capitalised.ts";
import { plural } from "../../core/plural.ts";
import { useRead } from "../../web/ask.ts";
import { Segmented } from "../../web/ui/choice.tsx";
import { useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { ownPlanAudience, planAudience } from "../audience.ts";
import { getPlan, listPlanShares } from "../plan-contract.ts";
import type { Plan } from "../plan.ts";
import { PlanCalendar } from "./plan-calendar.tsx";
import { PlanDates } from "./plan-dates.tsx";
import { PlanList } from "./plan-list.tsx";
import { PlanNotes } from "./plan-notes.tsx";
import { PlanShares } from "./plan-shares.tsx";

export function OwnPlan() {
  return <PlanScreen personId={useMe().personId} />;
}

export function PlanScreen({ personId }: { personId: string }) {
  const [{ view }, setSearch] = useSearch();
  const { data: plan, error } = useRead(getPlan, { params: { id: personId } });
  if (!plan) return <Waiting error={error} rows={8} />;
  const isOwn = plan.as === "learner";
  const ways = (
    <Segmented
      legend="View"
      hideLegend
      options={[
        { value: "list", word: "List", icon: "list" },
        { value: "calendar", word: "Calendar", icon: "calendar" },
      ]}
      value={view === "calendar" ? "calendar" : "list"}
      onValue={(value) => setSearch({ view: value === "list" ? undefined : value })}
    />
  );
  return (
    <Page title={isOwn ? "Your plan" : `Plan of ${plan.learner.name}`} lede={ledeOf(plan)} end={ways}>
      <p>{isOwn ? <OwnChip /> : <SeenChip of="this plan" audience={planAudience(plan)} />}</p>
      {plan.items.length === 0 ? (
        <Empty title="Nothing is asked for yet">
          When the advising office writes requirements for the class of {plan.learner.classYear}, they stand here.
        </Empty>
      ) : view === "calendar" ? (
        <PlanCalendar plan={plan} />
      ) : (
        <PlanList plan={plan} />
      )}
      {plan.as !== null && <PlanNotes plan={plan} />}
      {isOwn && <PlanShares />}
      <PlanDates plan={plan} />
    </Page>
  );
}

function OwnChip() {
  const { data: shares } = useRead(listPlanShares);
  // When the audience is not known, it is not guessed.
  return shares ? <SeenChip of="your plan" audience={ownPlanAudience(shares.items)} /> : null;
}

function ledeOf({ items, learner }: Plan): string {
  const count = (group: string) => items.filter((item) => item.group === group).length;
  const [late, soon, done] = [count("late"), count("soon"), count("done")];
  const about = [learner.phase, `class of ${learner.classYear}`].filter(Boolean).join(", ");
  const open =
    late + soon === 0 ? "Nothing is late or due within two weeks" : `${late} late, ${soon} due within two weeks`;
  return `${capitalised(about)}. ${open}; ${done} of ${plural(items.length, "thing")} done.`;
}
