// The directory: whom you may see, found by name, kind and status.
import { useState } from "react";
import { useReadPages } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { laneOptions } from "../../web/ui/lanes.ts";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { directoryAudience } from "../audience.ts";
import { listPeople } from "../person-contract.ts";
import type { Listed } from "../person.ts";
import { sayAway, sayWhat, statusWords } from "../saying.ts";
import { AddPerson } from "./add-person.tsx";
import { NameFilter } from "./name-filter.tsx";

const filters = ["named", "as", "status", "program", "classYear"];

export function PeopleScreen() {
  const { may } = useMe();
  const [search] = useSearch();
  const [isAdding, setAdding] = useState(false);
  const query = Object.fromEntries(filters.flatMap((name) => (search[name] ? [[name, search[name]]] : [])));
  const { items, error, ...pages } = useReadPages(listPeople, { query: query as never });
  const isFiltered = Object.keys(query).length > 0;
  const add = may.includes("edit people") && (
    <Button icon="plus" onClick={() => setAdding(true)}>
      Add a person
    </Button>
  );
  return (
    <Page title="People" lede="Everybody whom you may see. Open one to see more." wide {...(add ? { end: add } : {})}>
      <Filters />
      {items === undefined ? (
        <Waiting error={error} rows={8} />
      ) : items.length === 0 ? (
        <Empty title={isFiltered ? "Nobody fits" : "Nobody here yet"}>
          {isFiltered ? "Try fewer letters, or another filter." : "Import a roster, or add somebody by hand."}
        </Empty>
      ) : (
        <Rows items={items} />
      )}
      <ShowMore {...pages} />
      {isAdding && <AddPerson onClose={() => setAdding(false)} />}
    </Page>
  );
}

const kinds = [
  { value: "", word: "Everybody" },
  { value: "learner", word: "Learners" },
  { value: "educator", word: "Educators" },
  { value: "office", word: "Offices" },
];

function Filters() {
  const { may } = useMe();
  const [{ as, status, program, classYear }, setSearch] = useSearch();
  const states = [
    { value: "", word: "Any status" },
    ...Object.entries(statusWords).map(([value, word]) => ({ value, word })),
  ];
  return (
    <div className="list-filters" role="search">
      <NameFilter />
      <SelectField label="Who" value={as ?? ""} options={kinds} onValue={(value) => setSearch({ as: value })} />
      <SelectField
        label="In a program"
        value={program ?? ""}
        options={[{ value: "", word: "Any or none" }, ...laneOptions]}
        onValue={(value) => setSearch({ program: value })}
      />
      {may.includes("see people") && (
        <>
          <SelectField
            label="Learner's status"
            value={status ?? ""}
            options={states}
            onValue={(value) => setSearch({ status: value })}
          />
          <TextField
            label="Class year"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={classYear ?? ""}
            onValue={(value) => /^(\d{4})?$/.test(value) && setSearch({ classYear: value })}
          />
        </>
      )}
      <SeenChip of="people" audience={directoryAudience} />
    </div>
  );
}

function Rows({ items }: { items: Listed[] }) {
  const { school } = useMe();
  const columns: Column<Listed>[] = [
    {
      name: "Name",
      isName: true,
      cell: ({ personId, givenName, familyName }) => (
        <Link href={`/people/${personId}`}>
          {givenName} {familyName}
        </Link>
      ),
    },
    { name: "Here as", cell: sayWhat },
    { name: "Campus", cell: ({ learner, educator }) => learner?.campus || educator?.campus || "" },
    {
      name: "Away",
      cell: (item) => {
        const away = sayAway(item, (day) => sayDay(day, school.today));
        return away === null ? "" : <StatusLine kind="wait">{away}</StatusLine>;
      },
    },
  ];
  return (
    <Card flush>
      <Table caption="People, by family name" columns={columns} rows={items} keyOf={({ personId }) => personId} />
    </Card>
  );
}
