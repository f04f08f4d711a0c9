// To whom a learner shows their plan, besides those who see it by its rule.
import { useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import type { Share } from "../beside-plan.ts";
import { listPlanShares, sharePlan } from "../plan-contract.ts";

export function PlanShares() {
  const { data, error } = useRead(listPlanShares);
  return (
    <Section title="Who else sees it" note="Coach and mentor do not see your plan unless you show it.">
      {!data ? (
        <Waiting error={error} rows={2} />
      ) : data.items.length === 0 ? (
        <p className="muted">Nobody coaches or mentors you yet.</p>
      ) : (
        <Card flush>
          <ul role="list" className="divided">
            {data.items.map((share) => (
              <One key={share.educator.personId} share={share} />
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}

function One({ share: { educator, program, turn, shown } }: { share: Share }) {
  const sharing = useWrite(sharePlan, { invalidate: [listPlanShares] });
  const change = () =>
    sharing.mutate(
      { educatorId: educator.personId, turn, shown: !shown },
      {
        onSuccess: () =>
          toast(
            shown
              ? `${educator.name} does not see your plan any more.`
              : `${educator.name} sees your plan, without notes.`,
          ),
      },
    );
  return (
    <li className="request">
      <p>
        <Plate lane={program} />
      </p>
      <h3>{educator.name}</h3>
      <StatusLine icon={shown ? "eye" : "eye-off"}>{shown ? "Sees your plan" : "Does not see your plan"}</StatusLine>
      <Problem error={sharing.error} />
      <div className="row request-end">
        <Button small busy={sharing.isPending} onClick={change}>
          {shown ? "Take back" : "Show it"}
          <span className="vh">: {educator.name}</span>
        </Button>
      </div>
    </li>
  );
}
