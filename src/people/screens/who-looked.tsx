// Who looked: each opening of a record about the reader, by whom and when.
import { useReadPages } from "../../web/ask.ts";
import { sayInstant } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import type { Audience } from "../audience.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import type { Reading } from "../reading.ts";
import { listReadings } from "../reading-contract.ts";

export function WhoLooked() {
  const { items, error, ...pages } = useReadPages(listReadings);
  return (
    <Page
      title="Who looked"
      lede="Each time an office or an educator opens a record about you, a line stands here. It holds no content."
      end={<SeenChip of="these lines" audience={audience} />}
    >
      {items === undefined ? (
        <Waiting error={error} rows={6} />
      ) : items.length === 0 ? (
        <Empty title="Nobody has opened your record">You find the line here as soon as somebody does.</Empty>
      ) : (
        <Rows items={items} />
      )}
      <ShowMore {...pages} />
    </Page>
  );
}

function Rows({ items }: { items: Reading[] }) {
  const { timeZone } = useMe().school;
  const columns: Column<Reading>[] = [
    { name: "Who", isName: true, cell: ({ reader }) => reader.name ?? officesOf(reader) ?? "Somebody no longer here" },
    {
      name: "As",
      cell: ({ reader }) =>
        reader.name === null ? "An office of your school" : (officesOf(reader) ?? "One of your people"),
    },
    { name: "Opened", cell: ({ subject }) => subjectWords[subject] ?? subject },
    { name: "When", cell: ({ at }) => sayInstant(at, timeZone) },
  ];
  return (
    <Card flush>
      <Table caption="Who looked, newest first" columns={columns} rows={items} keyOf={({ readingId }) => readingId} />
    </Card>
  );
}

function officesOf({ offices }: Reading["reader"]): string | null {
  const words = offices.join(", ");
  return words === "" ? null : words.charAt(0).toUpperCase() + words.slice(1);
}

const subjectWords: Record<string, string> = {
  person: "Your page",
  training: "Your training",
  relationship: "A relationship of yours",
  agreement: "Your ground rules",
  proposal: "Why somebody fits you",
  wishes: "What you look for",
  stands: "Where you stand on the walls",
  duty: "Duties about you",
  assessment: "That you were assessed, or assessed",
  request: "What you asked for",
  plan: "Your plan of requirements",
  "plan note": "Notes about your plan",
  goal: "Your goals",
  "learning plan": "Your learning plan",
  export: "What they see of you, as files",
};

const audience: Audience = {
  words: "You, and who looked",
  can: [{ who: "You" }, { who: "Whoever looked", what: "Their own lines" }],
  cannot: [{ who: "Everybody else in your school" }],
  rule: "The database writes the line in the same step as the reading. Nobody can take it out.",
};
