// The plans of all learners whom an educator advises.
import { plural } from "../../core/plural.ts";
import { useRead } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { advisedAudience } from "../audience.ts";
import { listAdvisedPlans } from "../plan-contract.ts";
import { GlanceTable, PictureKey } from "./glance-table.tsx";

export function AdvisedPlans() {
  const { data, error } = useRead(listAdvisedPlans);
  if (!data) return <Waiting error={error} rows={6} />;
  const late = data.items.filter(({ overdue }) => overdue > 0).length;
  return (
    <Page
      title="Plans of my learners"
      lede={`You advise ${plural(data.items.length, "learner")}. ${late === 0 ? "No date is over." : `For ${late} a date is over; they stand first.`}`}
      end={<SeenChip of="these plans" audience={advisedAudience} />}
      wide
    >
      {data.items.length === 0 ? (
        <Empty title="You advise nobody yet">
          When you and a learner have signed the ground rules of advising, their plan stands here.
        </Empty>
      ) : (
        <>
          <PictureKey />
          <Card flush>
            <GlanceTable items={data.items} caption="Learners whom you advise, by the date that presses first" />
          </Card>
        </>
      )}
    </Page>
  );
}

/** On an educator's home; nothing for who advises nobody. */
export function AdvisedSection() {
  const { data } = useRead(listAdvisedPlans);
  if (!data || data.items.length === 0) return null;
  const [late, soon] = [
    data.items.filter(({ overdue }) => overdue > 0).length,
    data.items.filter(({ overdue, counts }) => overdue === 0 && (counts.soon ?? 0) > 0).length,
  ];
  return (
    <Section title="Plans of my learners" note={`You advise ${plural(data.items.length, "learner")}.`}>
      <Card>
        <div className="row spread">
          <p>
            {late + soon === 0
              ? "Nothing is late or due within two weeks."
              : `For ${late} a date is over; for ${soon} more something is due within two weeks.`}
          </p>
          <ButtonLink small href="/plans/advised" icon="clipboard">
            Open the plans
          </ButtonLink>
        </div>
      </Card>
    </Section>
  );
}
