// Access, for the administrator: who gets in how, invitations, and offices. Of what people do here it shows nothing.
import { useState } from "react";
import { useRead, useReadPages } from "../../web/ask.ts";
import { BulkBar } from "../../web/ui/bulk-bar.tsx";
import { Button } from "../../web/ui/button.tsx";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getAccess } from "../access-contract.ts";
import { accessAudience } from "../audience.ts";
import { listPeople } from "../person-contract.ts";
import type { Listed } from "../person.ts";
import { sayWhatAndWhere } from "../saying.ts";
import { AccessOf } from "./access-of.tsx";
import { AddOfficer } from "./add-officer.tsx";
import { InviteSeveral } from "./invite-several.tsx";
import { NameFilter } from "./name-filter.tsx";

/** `?person=` opens one. */
export function AccessScreen() {
  const [{ person }] = useSearch();
  const [isAdding, setAdding] = useState(false);
  return (
    <Page
      title="Access"
      lede="Invite people and give offices. What they write and whom they meet stays closed to you."
      wide
      end={
        <Button icon="plus" onClick={() => setAdding(true)}>
          Add somebody for an office
        </Button>
      }
    >
      {isAdding && <AddOfficer onClose={() => setAdding(false)} />}
      {person ? <One personId={person} /> : <Everybody />}
    </Page>
  );
}

function One({ personId }: { personId: string }) {
  const { data: access, error } = useRead(getAccess, { params: { id: personId } });
  return (
    <>
      <p>
        <Link href="/access">Everybody</Link>
      </p>
      {access ? <AccessOf access={access} /> : <Waiting error={error} />}
    </>
  );
}

const columns: Column<Listed>[] = [
  {
    name: "Name",
    isName: true,
    cell: ({ personId, givenName, familyName }) => (
      <Link href={`/access?person=${personId}`}>
        {givenName} {familyName}
      </Link>
    ),
  },
  { name: "Here as", cell: sayWhatAndWhere },
  { name: "Address", cell: ({ email }) => <Address email={email} /> },
];

/** On a narrow window an address breaks before its "@", and not within a word where it can be helped. */
function Address({ email }: { email: string }) {
  const at = email.lastIndexOf("@");
  return (
    <span className="breakable">
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </span>
  );
}

function Everybody() {
  const [{ named }] = useSearch();
  const query = named ? { named } : {};
  const { items, error, ...pages } = useReadPages(listPeople, { query });
  return (
    <>
      <div className="list-filters" role="search">
        <NameFilter />
        <SeenChip of="access" audience={accessAudience} />
      </div>
      {!items && <Waiting error={error} rows={6} />}
      {items?.length === 0 && <Empty title="Nobody by that name">Try fewer letters.</Empty>}
      {items !== undefined && items.length > 0 && <Rows items={items} />}
      <ShowMore {...pages} />
    </>
  );
}

function Rows({ items }: { items: Listed[] }) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [inviting, setInviting] = useState<Listed[] | null>(null);
  const chosen = items.filter(({ personId }) => picked.has(personId));
  const nameOf = ({ givenName, familyName }: Listed) => `${givenName} ${familyName}`;
  return (
    <Card flush>
      {chosen.length > 0 && (
        <BulkBar count={chosen.length} of={items.length} onClear={() => setPicked(new Set())}>
          <Button small kind="primary" icon="send" onClick={() => setInviting(chosen)}>
            Invite them
          </Button>
        </BulkBar>
      )}
      <Table
        caption="People"
        columns={columns}
        rows={items}
        keyOf={({ personId }) => personId}
        picking={{ picked, onPicked: setPicked, nameOf }}
      />
      {inviting !== null && <InviteSeveral people={inviting} onClose={() => setInviting(null)} />}
    </Card>
  );
}
