// Who stands where on a day, for the offices that see the wall: of everybody, of one person, of one wall.
import { useState } from "react";
import { useReadPages } from "../../web/ask.ts";
import { lastOf, saySpan, sayShortDay } from "../../web/ui/dates.ts";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Link } from "../../web/ui/link.tsx";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { type Wall, walls } from "../../programs/charter.ts";
import { listStands } from "../contract.ts";
import { placesWords } from "../rule.ts";
import { byDuty, type DutyStands } from "../stand.ts";
import { standsAudience } from "../audience.ts";
import { type Chosen, PersonFinder } from "../../web/ui/person-finder.tsx";
import { WhatDuty } from "./what-duty.tsx";

const everyWall = { value: "", word: "All three" };
const wallOptions = [
  everyWall,
  ...walls.map((wall) => ({ value: wall, word: `${wall[0]?.toUpperCase()}${wall.slice(1)}` })),
];

export function WhoStands({ today }: { today: string }) {
  const [person, setPerson] = useState<Chosen | null>(null);
  const [wall, setWall] = useState("");
  const [on, setOn] = useState(today);
  return (
    <Section title="Who stands where" note="By the learner's name.">
      <Card className="plain-sheet">
        <div className="fields">
          <PersonFinder label="Of one person" chosen={person} onChosen={setPerson} />
          <SelectField label="On the wall" options={wallOptions} value={wall} onValue={setWall} />
          <TextField label="On the day" type="date" value={on} onValue={setOn} />
        </div>
        <p>
          <SeenChip audience={standsAudience} of="these stands" />
        </p>
      </Card>
      <Stands person={person} wall={wall} on={on} />
    </Section>
  );
}

function Stands({ person, wall, on }: { person: Chosen | null; wall: string; on: string }) {
  const query = {
    limit: 20,
    order: "name" as const,
    ...(person === null ? {} : { person: person.personId }),
    ...(wall === "" ? {} : { wall: wall as Wall }),
    ...(on === "" ? {} : { on }),
  };
  const { items, error, ...pages } = useReadPages(listStands, { query });
  if (!items) return <Waiting error={error} />;
  if (items.length === 0) return <Empty title="Nobody.">On that day nobody stands there.</Empty>;
  return (
    <Card flush>
      <Table caption="Who stands where" columns={columns} rows={byDuty(items)} keyOf={({ standId }) => standId} />
      <ShowMore {...pages} inCard />
    </Card>
  );
}

const columns: Column<DutyStands>[] = [
  {
    name: "Learner",
    isName: true,
    cell: ({ learnerId, learner }) => <Link href={`/people/${learnerId}`}>{learner}</Link>,
  },
  { name: "Educator", cell: ({ educatorId, educator }) => <Link href={`/people/${educatorId}`}>{educator}</Link> },
  { name: "What", cell: (stand) => <WhatDuty {...stand} /> },
  {
    name: "Wall and side",
    cell: ({ places, excepted }) => `${placesWords(places)}${excepted ? ", by exception" : ""}`,
  },
  { name: "Days", cell: (stand) => saySpan(stand, true) },
  {
    name: "Keeps away until",
    cell: ({ to, coolsUntil }) =>
      coolsUntil === null || coolsUntil === to ? "" : sayShortDay(lastOf(coolsUntil), true),
  },
];
