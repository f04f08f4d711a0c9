// On a learner's home: what of their plan presses, and the way to all of it.
import { useRead } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { getPlan } from "../plan-contract.ts";
import { groupWords } from "../saying.ts";
import { sayDue } from "./due-words.ts";

/** How many stand on the home. */
const most = 3;

export function PlanSection() {
  const { personId } = useMe();
  const { data: plan } = useRead(getPlan, { params: { id: personId } });
  if (!plan || plan.items.length === 0) return null;
  const open = plan.items.filter(({ group }) => group === "late" || group === "soon" || group === "next");
  return (
    <Section
      title="Your plan"
      note={
        <ButtonLink small href="/plan" icon="clipboard">
          Open your plan
        </ButtonLink>
      }
    >
      {open.length === 0 ? (
        <p className="muted">Nothing of your plan is open.</p>
      ) : (
        <Card flush>
          <ul role="list" className="divided">
            {open.slice(0, most).map(({ setId, requirement, due, group, isOverdue }) => (
              <li key={`${setId} ${requirement.key}`} className="plan-item">
                <h3 className="plan-text">{requirement.title}</h3>
                <p className="plan-due">
                  <StatusLine kind={isOverdue ? "caution" : "wait"} icon={isOverdue ? "alert" : "calendar"}>
                    {groupWords[group]}
                    {due === null ? "" : `: ${sayDue(due, plan.today)}`}
                  </StatusLine>
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}
