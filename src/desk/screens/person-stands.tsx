// Where this person stands on the walls today and ahead: for the offices that see the wall.
import type { Person } from "../../people/person.ts";
import { standsAudience } from "../../wall/audience.ts";
import { listStands } from "../../wall/contract.ts";
import { placesWords } from "../../wall/rule.ts";
import { WhatDuty } from "../../wall/screens/what-duty.tsx";
import { byDuty, type DutyStands } from "../../wall/stand.ts";
import { useReadPages } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { saySpan } from "../../web/ui/dates.ts";
import { Link } from "../../web/ui/link.tsx";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";

export function PersonStands({ person: { personId, learner } }: { person: Person }) {
  const { items, error, ...pages } = useReadPages(listStands, {
    query: { person: personId, limit: 20 },
  });
  if (!items) return <Waiting error={error} rows={2} />;
  return (
    <Section
      title="On the walls"
      note={
        learner !== null ? (
          <ButtonLink small icon="wall" href={`/wall?learner=${personId}`}>
            May somebody guide them?
          </ButtonLink>
        ) : undefined
      }
    >
      {items.length === 0 ? (
        <Empty title="Nowhere yet" />
      ) : (
        <Card flush>
          <Table
            caption="Stands on the walls"
            columns={columnsFor(personId)}
            rows={byDuty(items)}
            keyOf={({ standId }) => standId}
          />
        </Card>
      )}
      <ShowMore {...pages} />
      <p>
        <SeenChip of="these stands" audience={standsAudience} />
      </p>
    </Section>
  );
}

function columnsFor(personId: string): Column<DutyStands>[] {
  return [
    {
      name: "Toward",
      isName: true,
      cell: (stand) => {
        const isLearner = stand.learnerId === personId;
        return (
          <Link href={`/people/${isLearner ? stand.educatorId : stand.learnerId}`}>
            {isLearner ? stand.educator : stand.learner}
          </Link>
        );
      },
    },
    { name: "What", cell: (stand) => <WhatDuty {...stand} /> },
    { name: "Wall and side", cell: ({ places }) => placesWords(places) },
    { name: "Days", cell: (stand) => saySpan(stand, true) },
  ];
}
