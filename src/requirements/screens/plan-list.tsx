// A plan as a list, by what presses.
import { plural } from "../../core/plural.ts";
import { useEffect, useState } from "react";
import { Button } from "../../web/ui/button.tsx";
import { sayDay, sayInstant } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine, Tag } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { groups, type Plan, type PlanItem } from "../plan.ts";
import { sayBefore, groupWords, kindWords, saySaid, saySigner } from "../saying.ts";
import { sayStanding } from "../state.ts";
import { sayDue } from "./due-words.ts";
import { SayState } from "./say-state.tsx";

/** How many of those that come next are shown at first. */
const nextMost = 8;

export function PlanList({ plan }: { plan: Plan }) {
  // What somebody said something about moves to another group, at once or when the plan is read anew: the focus goes with it.
  const [said, setSaid] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const shown = groups.filter((group) => plan.items.some((item) => item.group === group));
  return shown.map((group) => {
    const all = plan.items.filter((item) => item.group === group);
    // What comes next may be years ahead: the first of it is enough to begin with.
    const isFolded = group === "next" && !isWhole && all.length > nextMost;
    const items = isFolded ? all.slice(0, nextMost) : all;
    return (
      <Section key={group} title={groupWords[group]} note={plural(all.length, "thing")}>
        <Card flush>
          <ul role="list" className="divided">
            {items.map((item) => (
              <Item
                key={nameOf(item)}
                item={item}
                plan={plan}
                isSaid={said === nameOf(item)}
                onSaid={() => setSaid(nameOf(item))}
              />
            ))}
          </ul>
          {isFolded && (
            <div className="table-foot">
              <Button onClick={() => setWhole(true)}>Show all {all.length}</Button>
            </div>
          )}
        </Card>
      </Section>
    );
  });
}

type ItemProps = { item: PlanItem; plan: Plan; isSaid: boolean; onSaid: () => void };

function Item({ item, plan, isSaid, onSaid }: ItemProps) {
  const { school } = useMe();
  const { requirement, state, group } = item;
  const before = sayBefore(item);
  const id = idOf(item);
  useEffect(() => {
    if (isSaid) document.getElementById(id)?.focus();
  }, [isSaid, id, group]);
  const said = saySaid(item, (instant) => sayInstant(instant, school.timeZone));
  return (
    <li className="plan-item">
      <div className="plan-text">
        <h3 id={id} tabIndex={-1}>
          {requirement.title}
        </h3>
        {requirement.how !== "" && <p className="small">{requirement.how}</p>}
        {before !== null && <p className="small">{before}</p>}
        <p className="small muted">
          {[requirement.phase, `${saySigner(requirement.signedBy, plan.as)}.`].filter(Boolean).join(" · ")}
          {said === null ? "" : ` ${said}.`}
        </p>
      </div>
      <p className="plan-due">
        <Due item={item} plan={plan} />
      </p>
      <div className="row plan-acts">
        {requirement.kind !== "requirement" && <Tag>{kindWords[requirement.kind]}</Tag>}
        <StatusLine icon={group === "done" ? "check" : state.state === "in progress" ? "play" : "minus"}>
          {sayStanding(requirement.kind, state.state)}
        </StatusLine>
        <SayState item={item} plan={plan} onSaid={onSaid} />
      </div>
    </li>
  );
}

function Due({ item: { due, isOverdue, group, requirement }, plan }: { item: PlanItem; plan: Plan }) {
  if (due === null)
    return (
      <StatusLine icon="calendar">{requirement.due === null ? "No date" : "No date for this class yet"}</StatusLine>
    );
  if (group === "done") return <StatusLine icon="calendar">{sayDay(due, plan.today)}</StatusLine>;
  return (
    <StatusLine kind={isOverdue ? "caution" : "wait"} icon={isOverdue ? "alert" : "calendar"}>
      {sayDue(due, plan.today)}
    </StatusLine>
  );
}

function nameOf({ setId, requirement }: PlanItem): string {
  return `${setId} ${requirement.key}`;
}

/** Also where a calendar leads. */
export function idOf({ setId, requirement }: PlanItem): string {
  return `item-${setId.slice(0, 8)}-${requirement.key}`;
}
