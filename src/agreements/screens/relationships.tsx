// Relationships: one's own, or for an office all of them with what each waits for.
import { programs, roleOf } from "../../programs/program.ts";
import { useReadPages } from "../../web/ask.ts";
import { sayDay } from "../../web/ui/dates.ts";
import { SelectField } from "../../web/ui/field.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { relationshipAudience, relationshipsAudience } from "../audience.ts";
import { listRelationships } from "../contract.ts";
import { isParty, otherOf, type Relationship, relationshipStates } from "../relationship.ts";
import { sayState } from "../saying.ts";
import { AgreementScreen } from "./agreement.tsx";

/** `?relationship=` opens one. */
export function Relationships() {
  const [search] = useSearch();
  const { may } = useMe();
  if (search.relationship) return <AgreementScreen relationshipId={search.relationship} />;
  return may.includes("see relationships") ? <OfficeList /> : <OwnList />;
}

const stateWords = { awaiting: "Waits for signatures", "in force": "In force", paused: "Paused", ended: "Ended" };

function OfficeList() {
  const [{ program, state }] = useSearch();
  const query = { ...(program ? { program } : {}), ...(state ? { state } : {}) } as {
    program?: Relationship["program"];
    state?: Relationship["state"];
  };
  const { items, error, ...pages } = useReadPages(listRelationships, { query });
  return (
    <Page title="Relationships" lede="How each one stands. You see no line of what the two agreed." wide>
      <Filters />
      {items === undefined ? (
        <Waiting error={error} rows={6} />
      ) : items.length === 0 ? (
        <Empty title={program || state ? "Nothing fits these filters" : "No relationships yet"}>
          {program || state
            ? "Choose another program or state."
            : "They begin when both have accepted a proposal, or when a roster brings them. Then both sign."}
        </Empty>
      ) : (
        <RelationshipTable items={items} />
      )}
      <ShowMore {...pages} />
    </Page>
  );
}

function Filters() {
  const [{ program, state }, setSearch] = useSearch();
  return (
    <div className="list-filters">
      <SelectField
        label="Program"
        value={program ?? ""}
        options={[
          { value: "", word: "All programs" },
          ...programs.map((value) => ({ value, word: laneOf(value).word })),
        ]}
        onValue={(value) => setSearch({ program: value })}
      />
      <SelectField
        label="State"
        value={state ?? ""}
        options={[
          { value: "", word: "Any state" },
          ...relationshipStates.map((value) => ({ value, word: stateWords[value] })),
        ]}
        onValue={(value) => setSearch({ state: value })}
      />
      <SeenChip of="relationships" audience={relationshipsAudience} />
    </div>
  );
}

function OwnList() {
  const { items, error, ...pages } = useReadPages(listRelationships, { query: { mine: "true" } });
  if (!items) return <Waiting error={error} />;
  return (
    <Page title="Ground rules" lede="What you and each of your people agreed, and how it stands.">
      {items.length === 0 ? (
        <Empty title="No relationships yet">
          When you and somebody have both accepted a proposal, your ground rules are here to read and sign.
        </Empty>
      ) : (
        <RelationshipTable items={items} />
      )}
      <ShowMore {...pages} />
    </Page>
  );
}

function RelationshipTable({ items }: { items: Relationship[] }) {
  const { personId, school } = useMe();
  const say = (day: string) => sayDay(day, school.today);
  const isOwn = items.every((item) => isParty(item, personId));
  const link = (item: Relationship, words: string) => <Link href={`/agreements/${item.relationshipId}`}>{words}</Link>;
  const columns: Column<Relationship>[] = [
    isOwn
      ? { name: "With", isName: true, cell: (item) => link(item, otherOf(item, personId).name) }
      : { name: "Learner", isName: true, cell: (item) => link(item, item.learner.name) },
    { name: "Program", cell: ({ program }) => <Plate lane={program} /> },
    ...(isOwn
      ? []
      : [{ name: "With", cell: (item: Relationship) => `${item.educator.name}, ${roleOf[item.program]}` }]),
    { name: "State", cell: (item) => <State relationship={item} /> },
    { name: "Renew by", cell: (item) => sayRenewal(item, say) },
    ...(isOwn
      ? [
          {
            name: "Seen by",
            cell: (item: Relationship) => (
              <SeenChip of="this relationship" audience={relationshipAudience(item, personId)} />
            ),
          },
        ]
      : []),
  ];
  return (
    <Card flush>
      <Table caption="Relationships" columns={columns} rows={items} keyOf={(item) => item.relationshipId} />
    </Card>
  );
}

function State({ relationship }: { relationship: Relationship }) {
  const { personId, school } = useMe();
  const said = sayState(relationship, personId, (day) => sayDay(day, school.today));
  return <StatusLine kind={said.kind}>{said.words}</StatusLine>;
}

function sayRenewal({ state, renewOn }: Relationship, say: (day: string) => string): string {
  if (state === "ended") return "no more";
  return renewOn === null ? "not signed yet" : say(renewOn);
}
