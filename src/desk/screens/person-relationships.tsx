// The lanes that this person stands in, as far as the reader may know.
import { ownRelationshipsAudience, relationshipAudience, relationshipsAudience } from "../../agreements/audience.ts";
import { listRelationships } from "../../agreements/contract.ts";
import { isParty, otherOf, type Relationship } from "../../agreements/relationship.ts";
import { sayState } from "../../agreements/saying.ts";
import type { Account } from "../../people/account.ts";
import type { Person } from "../../people/person.ts";
import { roleOf } from "../../programs/program.ts";
import { useReadPages } from "../../web/ask.ts";
import { sayDay } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";

export function PersonRelationships({ person }: { person: Person }) {
  const me = useMe();
  const { items, error, ...pages } = useReadPages(listRelationships, {
    query: { person: person.personId },
  });
  if (!items) return <Waiting error={error} rows={2} />;
  const isOffice = me.may.includes("see relationships");
  const isOwn = person.personId === me.personId;
  const chip = isOwn
    ? ownRelationshipsAudience
    : isOffice || items[0] === undefined
      ? relationshipsAudience
      : relationshipAudience(items[0], me.personId);
  return (
    <Section title="Relationships" note={<SeenChip of="these relationships" audience={chip} />}>
      {items.length === 0 ? (
        <Empty title="None that you may see" />
      ) : (
        <Card flush>
          <Table
            caption="Relationships"
            columns={columnsFor(person.personId, me)}
            rows={items}
            keyOf={({ relationshipId }) => relationshipId}
          />
        </Card>
      )}
      <ShowMore {...pages} />
    </Section>
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Told from the side of the person shown: what the other is to them. */
function columnsFor(shownId: string, { may, personId, school }: Account): Column<Relationship>[] {
  const isOffice = may.includes("see relationships");
  return [
    {
      name: "With",
      isName: true,
      cell: (item) => {
        const other = otherOf(item, shownId);
        return <Link href={`/people/${other.personId}`}>{other.name}</Link>;
      },
    },
    { name: "Lane", cell: ({ program }) => <Plate lane={program} /> },
    {
      name: "Role",
      cell: ({ program, educator }) => (educator.personId === shownId ? "Learner" : capitalised(roleOf[program])),
    },
    {
      name: "State",
      cell: (item) => {
        const { kind, words } = sayState(item, personId, (day) => sayDay(day, school.today));
        return <StatusLine kind={kind}>{words}</StatusLine>;
      },
    },
    {
      name: "Open",
      hideName: true,
      end: true,
      cell: (item) =>
        isOffice || isParty(item, personId) ? <Link href={`/agreements/${item.relationshipId}`}>Open</Link> : "",
    },
  ];
}
