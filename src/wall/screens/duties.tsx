// Duties of assessment and supervision, for the offices that keep them: most come by import, some by hand.
import { useState } from "react";
import type { ReplyOf } from "../../core/endpoint.ts";
import { useReadPages, useWriteEach } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { saySpan } from "../../web/ui/dates.ts";
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
import { type Chosen, PersonFinder } from "../../web/ui/person-finder.tsx";
import { towardOf, WhatDuty } from "./what-duty.tsx";

type Duty = ReplyOf<typeof listDuties>["items"][number];

export function Duties({ today }: { today: string }) {
  const [educator, setEducator] = useState<Chosen | null>(null);
  const [isAdding, setAdding] = useState(false);
  const query = { limit: 20, since: today, ...(educator === null ? {} : { educator: educator.personId }) };
  const { items, error, ...pages } = useReadPages(listDuties, { query });
  const add = (
    <Button small icon="plus" onClick={() => setAdding(true)}>
      Add a duty
    </Button>
  );
  return (
    <Section title="Who assesses and supervises, today and ahead" note={add}>
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
  const ending = useWriteEach(endDuty);
  const end = ({ dutyId, educator }: Duty) =>
    ending.mutate({ params: { id: dutyId }, body: {} }, { onSuccess: () => toast(`${educator}’s duty ends today.`) });
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
        <Button small busy={ending.isPending} onClick={() => end(duty)}>
          {duty.from > today ? "Take it back" : "End it today"}
          <span className="vh"> for {duty.educator}</span>
        </Button>
      ),
    },
  ];
  return (
    <>
      <Problem error={ending.error} />
      <Table
        caption="Duties of assessment and supervision"
        columns={columns}
        rows={items}
        keyOf={({ dutyId }) => dutyId}
      />
    </>
  );
}
