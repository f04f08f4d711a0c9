// Where this person stands on the walls today and ahead: for the offices that see the wall.
import type { Person } from "../../people/person.ts";
import { listStands } from "../../wall/contract.ts";
import { standWords } from "../../wall/rule.ts";
import { WhatDuty } from "../../wall/screens/what-duty.tsx";
import type { Stand } from "../../wall/stand.ts";
import { useReadPages } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { saySpan } from "../../web/ui/dates.ts";
import { Link } from "../../web/ui/link.tsx";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";

export function PersonStands({ person: { personId, learner } }: { person: Person }) {
  const { items, error, ...pages } = useReadPages(listStands, {
    query: { person: personId, limit: 20 },
  });
  if (!items) return <Waiting error={error} rows={2} />;
  const columns: Column<Stand>[] = [
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
    { name: "Wall and side", cell: standWords },
    { name: "Days", cell: (stand) => saySpan(stand, true) },
  ];
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
          <Table caption="Stands on the walls" columns={columns} rows={items} keyOf={({ standId }) => standId} />
        </Card>
      )}
      <ShowMore {...pages} />
    </Section>
  );
}
