// The learning plan of a learner: its versions one by one, each beside another, printed; the learner writes the next.
import { goalProgram } from "../../programs/program.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { useState } from "react";
import { addressOf } from "../../core/endpoint.ts";
import { useRead } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { type Option, SelectField } from "../../web/ui/field.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { goalAudience } from "../audience.ts";
import { changesBetween } from "../learning-plan.ts";
import { getLearningPlan, listLearningPlans, printLearningPlan } from "../learning-plan-contract.ts";
import { PlanBodyView } from "./plan-body.tsx";
import { PlanLinks } from "./plan-links.tsx";
import { WritePlan } from "./write-plan.tsx";

export function LearningPlansScreen({ personId }: { personId: string }) {
  const isOwn = useMe().personId === personId;
  const { data, error } = useRead(listLearningPlans, { query: { learnerId: personId } });
  if (!data) return <Waiting error={error} rows={5} />;
  const { items, learner } = data;
  const newest = items[0]?.version ?? 0;
  return (
    <Page
      title={isOwn ? "Your learning plan" : `Learning plan of ${learner.name}`}
      lede="Every version stays as it was written."
      end={<ButtonLink href={isOwn ? "/goals" : `/goals/of/${personId}`}>Goals</ButtonLink>}
    >
      <p className="row">
        <Plate lane={goalProgram} />
        <SeenChip of="this learning plan" audience={goalAudience(isOwn ? "learner" : "coach", learner.name)} />
      </p>
      {isOwn && <WritePlan key={`write after ${newest}`} newest={newest} />}
      {items.length === 0 ? (
        <Empty title="No version yet">
          {isOwn
            ? "Save the first when you want to keep how things stand."
            : `When ${learner.name} saves a version, it stands here.`}
        </Empty>
      ) : (
        <Versions key={`versions to ${newest}`} personId={personId} items={items} />
      )}
      {isOwn && newest > 0 && <PlanLinks key={`links to ${newest}`} items={items} />}
    </Page>
  );
}

type Items = { version: number; title: string; writtenAt: string }[];

function Versions({ personId, items }: { personId: string; items: Items }) {
  const { school } = useMe();
  const [shown, setShown] = useState(items[0]?.version ?? 1);
  const [beside, setBeside] = useState(0);
  const { data: plan, error } = useRead(getLearningPlan, { params: { id: personId, version: shown } });
  const options: Option[] = items.map(({ version, title, writtenAt }) => ({
    value: String(version),
    word: `Version ${version}: ${title}, ${sayInstant(writtenAt, school.timeZone)}`,
  }));
  return (
    <>
      <Section title="Versions">
        <Card className="section">
          <SelectField
            label="Show"
            options={options}
            value={String(shown)}
            onValue={(value) => setShown(Number(value))}
          />
          <SelectField
            label="Compare with"
            options={[{ value: "0", word: "No other" }, ...options.filter(({ value }) => value !== String(shown))]}
            value={String(beside)}
            onValue={(value) => setBeside(Number(value))}
          />
          <div className="row">
            <ButtonLink icon="file" download href={addressOf(printLearningPlan, { id: personId, version: shown })}>
              Save version {shown} as PDF
            </ButtonLink>
          </div>
        </Card>
        {beside !== 0 && beside !== shown && <Compared personId={personId} shown={shown} beside={beside} />}
      </Section>
      {plan ? <PlanBodyView body={plan.body} /> : <Waiting error={error} rows={3} />}
    </>
  );
}

/** The earlier of the two is what the later is compared with, in whichever order they were chosen. */
function Compared({ personId, shown, beside }: { personId: string; shown: number; beside: number }) {
  const [from, to] = [Math.min(shown, beside), Math.max(shown, beside)];
  const before = useRead(getLearningPlan, { params: { id: personId, version: from } });
  const after = useRead(getLearningPlan, { params: { id: personId, version: to } });
  if (!before.data || !after.data) return <Waiting error={before.error ?? after.error} rows={2} />;
  const changes = changesBetween(before.data.body, after.data.body);
  return (
    <Card className="section">
      <h3>
        From version {from} to version {to}
      </h3>
      {changes.length === 0 ? (
        <p className="muted">Nothing differs.</p>
      ) : (
        <dl className="goal-words">
          {changes.map(({ where, before: was, after: is }) => (
            <div key={`${where} ${was} ${is}`}>
              <dt>{where}</dt>
              <dd>
                {was !== null && (
                  <>
                    Before: <del>{was}</del>
                    <br />
                  </>
                )}
                {is === null ? "Not there any more." : <>Now: {is}</>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
