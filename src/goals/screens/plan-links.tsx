// Links by which a learner shows a version of their learning plan outward, and takes that back.
import { useState } from "react";
import { faultOf, useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShownOnce } from "../../web/ui/shown-once.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { linksAudience } from "../audience.ts";
import type { PlanLink } from "../learning-plan.ts";
import { listPlanLinks, makePlanLink, withdrawPlanLink } from "../learning-plan-contract.ts";

type Items = { version: number; title: string }[];

export function PlanLinks({ items }: { items: Items }) {
  const { data } = useRead(listPlanLinks);
  return (
    <Section title="Show it outward" note={<SeenChip of="these links" audience={linksAudience} />}>
      <MakeLink items={items} />
      {data && data.items.length > 0 && (
        <Card flush>
          <ul role="list" className="divided">
            {data.items.map((link) => (
              <One key={link.linkId} link={link} />
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}

function MakeLink({ items }: { items: Items }) {
  const [label, setLabel] = useState("");
  const [version, setVersion] = useState(String(items[0]?.version ?? 1));
  const [days, setDays] = useState("30");
  const making = useWrite(makePlanLink, { invalidate: [listPlanLinks] });
  const make = () =>
    making.mutate({ label, version: Number(version), days: Number(days) }, { onSuccess: () => setLabel("") });
  return (
    <Card className="section">
      <p>
        A link shows one version, without signing in, to whoever has it. Your coach's name is in it only if you wrote
        it.
      </p>
      {making.data && <ShownOnce label="The link" secret={new URL(making.data.path, location.origin).href} />}
      <Form act="Make a link" busy={making.isPending} error={making.error} onSubmit={make}>
        <TextField
          label="For whom? A note for yourself"
          value={label}
          onValue={setLabel}
          error={faultOf(making.error, "label")}
        />
        <SelectField
          label="Which version"
          options={items.map((one) => ({ value: String(one.version), word: `Version ${one.version}: ${one.title}` }))}
          value={version}
          onValue={setVersion}
        />
        <TextField
          label="For how many days?"
          type="number"
          min={1}
          max={180}
          value={days}
          onValue={setDays}
          error={faultOf(making.error, "days")}
        />
      </Form>
    </Card>
  );
}

function One({ link: { linkId, label, version, expiresAt, withdrawnAt } }: { link: PlanLink }) {
  const { school } = useMe();
  const withdrawing = useWrite(withdrawPlanLink, { params: { id: linkId }, invalidate: [listPlanLinks] });
  const isOver = withdrawnAt !== null || expiresAt < school.today;
  return (
    <li className="plan-item">
      <h3 className="plan-text">{label}</h3>
      <p className="plan-due">
        <StatusLine icon={isOver ? "eye-off" : "eye"}>
          Version {version},{" "}
          {withdrawnAt !== null
            ? "taken back"
            : `${isOver ? "ended" : "until"} ${sayInstant(expiresAt, school.timeZone)}`}
        </StatusLine>
      </p>
      <Problem error={withdrawing.error} />
      {!isOver && (
        <div className="row">
          <Button
            small
            busy={withdrawing.isPending}
            onClick={() => withdrawing.mutate(undefined, { onSuccess: () => toast("It shows nothing any more.") })}
          >
            Take it back
            <span className="vh">: {label}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
