// Whom the reader assesses or supervises, today and ahead: what keeps them from guiding there. Equal ones are one line.
import { useReadPages } from "../../web/ask.ts";
import { saySpan } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { listDuties } from "../act-contract.ts";
import type { JudgeDuty } from "../judge.ts";
import { ownStandsAudience } from "../audience.ts";
import { towardOf, WhatDuty } from "./what-duty.tsx";

type Row = JudgeDuty & { times: number };

export function OwnDuties() {
  const { personId, school } = useMe();
  const query = { educator: personId, since: school.today, limit: 100 };
  const { items, ...pages } = useReadPages(listDuties, { query });
  // The rest of the page stands without it.
  if (items === undefined || items.length === 0) return null;
  const columns: Column<Row>[] = [
    { name: "What you do", isName: true, cell: (duty) => <WhatDuty {...duty} /> },
    { name: "Toward", cell: (duty) => (duty.times > 1 ? `${duty.times} learners` : towardOf(duty)) },
    { name: "Days", cell: (duty) => saySpan(duty, true) },
  ];
  return (
    <Section title="Whom you assess or supervise" note={<SeenChip of="these duties" audience={ownStandsAudience} />}>
      <Card flush>
        <Table caption="Your duties" columns={columns} rows={together(items)} keyOf={({ dutyId }) => dutyId} />
        <ShowMore {...pages} inCard />
      </Card>
    </Section>
  );
}

/** Duties of one kind in one place and the same days, toward learners whom the reader may not name. */
function together(duties: JudgeDuty[]): Row[] {
  const rows = new Map<string, Row>();
  for (const duty of duties) {
    const isNamed = duty.learner !== null || duty.learnerId === null;
    const key = isNamed ? duty.dutyId : JSON.stringify([duty.duty, duty.about, duty.from, duty.to]);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { ...duty, times: 1 });
    else row.times += 1;
  }
  return [...rows.values()];
}
