// Duties of assessment and supervision, for the offices that keep them: most come by import, some by hand.
import { useState } from "react";
import type { ReplyOf } from "../../core/endpoint.ts";
import { useReadPages, useWriteEach } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { saySpan } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { Link } from "../../web/ui/link.tsx";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { endDuty, listDuties } from "../act-contract.ts";

import { AddDuty } from "./add-duty.tsx";
import { useNamed } from "./named.ts";
import { PersonFinder } from "../../web/ui/person-finder.tsx";
import { dutyWords } from "../rule.ts";
import { towardOf, WhatDuty } from "./what-duty.tsx";

type Duty = ReplyOf<typeof listDuties>["items"][number];

/** `?educator=` names one whose duties to show, as the way out of an incident does. */
export function Duties({ today }: { today: string }) {
  const [educator, setEducator] = useNamed("educator");
  const [isAdding, setAdding] = useState(false);
  const query = { limit: 20, since: today, ...(educator === null ? {} : { educator: educator.personId }) };
  const { items, error, ...pages } = useReadPages(listDuties, { query });
  const add = (
    <Button small icon="plus" onClick={() => setAdding(true)}>
      Add a duty
    </Button>
  );
  return (
    <Section title="Who assesses and supervises, today and ahead" id="duties" note={add}>
      <PersonFinder label="Of one educator" as="educator" chosen={educator} onChosen={setEducator} />
      {!items && <Waiting error={error} rows={2} />}
      {items?.length === 0 && (
        <Empty title="No duties">Import rotations, courses and committees, or add one by hand.</Empty>
      )}
      {items !== undefined && items.length > 0 && (
        <Card flush>
          <Rows items={items} today={today} />
          <ShowMore {...pages} inCard />
        </Card>
      )}
      {isAdding && <AddDuty today={today} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function Rows({ items, today }: { items: Duty[]; today: string }) {
  const [ending, setEnding] = useState<Duty | null>(null);
  const columns: Column<Duty>[] = [
    {
      name: "Educator",
      isName: true,
      cell: ({ educatorId, educator }) => <Link href={`/people/${educatorId}`}>{educator}</Link>,
    },
    { name: "What", cell: (duty) => <WhatDuty {...duty} /> },
    { name: "Toward", cell: towardOf },
    { name: "Days", cell: (duty) => saySpan(duty, true) },
    {
      name: "End it",
      hideName: true,
      end: true,
      cell: (duty) => (
        <Button small onClick={() => setEnding(duty)}>
          {duty.from > today ? "Take it back" : "End it today"}
          <span className="vh"> for {duty.educator}</span>
        </Button>
      ),
    },
  ];
  return (
    <>
      <Table
        caption="Duties of assessment and supervision"
        columns={columns}
        rows={items}
        keyOf={({ dutyId }) => dutyId}
      />
      {ending !== null && <EndDuty duty={ending} today={today} onClose={() => setEnding(null)} />}
    </>
  );
}

/** Asked first: a duty toward every learner ends with the same press as one toward a single learner. */
function EndDuty({ duty, today, onClose }: { duty: Duty; today: string; onClose: () => void }) {
  const ending = useWriteEach(endDuty);
  const { dutyId, educator, about } = duty;
  const isAhead = duty.from > today;
  const toward = duty.learnerId === null && duty.classYear === null ? "every learner" : towardOf(duty);
  const end = () =>
    ending.mutate(
      { params: { id: dutyId }, body: {} },
      {
        onSuccess: () => {
          toast(isAhead ? `${educator}’s duty is taken back.` : `${educator}’s duty ends today.`);
          onClose();
        },
      },
    );
  const actions = (
    <>
      <Button kind="quiet" onClick={onClose}>
        Not now
      </Button>
      <Button kind="primary" busy={ending.isPending} onClick={end}>
        {isAhead ? "Take it back" : "End it today"}
      </Button>
    </>
  );
  return (
    <Dialog
      title={isAhead ? `Take back ${educator}’s duty?` : `End ${educator}’s duty today?`}
      isOpen
      onClose={onClose}
      actions={actions}
    >
      <Problem error={ending.error} />
      <p>
        {educator} {dutyWords[duty.duty]}
        {about === "" ? "" : ` (${about})`}, toward {toward}, {saySpan(duty, true)}.{" "}
        {!isAhead && "From today on it no longer holds. "}You can add it again by hand.
      </p>
    </Dialog>
  );
}
