// Who sees what: pick a person or an office, and see exactly what they see of you.
import type { Office } from "../../people/roles.ts";
import { useRead } from "../../web/ask.ts";
import { sayTime } from "../../web/ui/dates.ts";
import { SelectField } from "../../web/ui/field.tsx";
import { useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { PersonFinder } from "../../web/ui/person-finder.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getSeen, getSeenChoices } from "../seen-contract.ts";
import type { SeenRecord } from "../seen-records.ts";

export function WhoSeesWhat() {
  const me = useMe();
  const [search, setSearch] = useSearch();
  const { data: choices, error } = useRead(getSeenChoices);
  if (!choices) return <Waiting error={error} />;

  const picked = search.of ?? "";
  const people = choices.people.map(({ personId, name, about, as }) => ({
    value: `person ${personId}`,
    word: `${name} (${[as, about].filter(Boolean).join("; ")})`,
  }));
  const offices = choices.offices.map(({ office }) => ({ value: `office ${office}`, word: theOffice(office) }));
  const options = [
    { value: "", word: "Choose somebody" },
    ...offices,
    { value: "learner", word: "Another learner" },
    ...people,
  ];
  if (!options.some(({ value }) => value === picked)) options.push({ value: picked, word: "Somebody found by name" });
  return (
    <Page
      title="Who sees what"
      lede="Pick a person or an office. You see exactly what they see of you, read this minute under the rules that hold them."
    >
      <Card className="section">
        <SelectField
          label="Look through the eyes of"
          options={options}
          value={picked}
          onValue={(of) => setSearch({ of })}
        />
        <PersonFinder
          // Whoever is picked stands below by name, and the search is empty again.
          key={picked}
          label="Or of somebody else, by name"
          not={me.personId}
          chosen={null}
          onChosen={(person) => person && setSearch({ of: `person ${person.personId}` })}
        />
      </Card>
      {picked === "" ? (
        <Empty title="Nobody chosen yet.">Whoever you choose is not told, and nothing is opened on their side.</Empty>
      ) : (
        <Mirror picked={picked} />
      )}
    </Page>
  );
}

function Mirror({ picked }: { picked: string }) {
  const [kind, value = ""] = picked.split(" ");
  const query =
    kind === "person"
      ? { personId: value }
      : kind === "office"
        ? { office: value as never }
        : { anotherLearner: "true" as const };
  const { school } = useMe();
  const { data: seen, error } = useRead(getSeen, { query });
  if (!seen) return <Waiting error={error} />;

  const sees = seen.records.filter((record) => record.sees === true);
  const wouldSee = seen.records.filter((record) => record.sees === null);
  const hidden = seen.records.filter((record) => record.sees === false);
  return (
    <>
      <Section
        title={`What ${seen.who} sees of you`}
        note={`${seen.about === "" ? "" : `${seen.about}. `}Read at ${sayTime(seen.checkedAt, school.timeZone)}.`}
      >
        {sees.length === 0 ? <Empty title={`${seen.who} sees nothing of you.`} /> : <Records records={sees} />}
      </Section>
      {wouldSee.length > 0 && (
        <Section title={`What ${seen.who} would see`} note="If there is such a record, now or later.">
          <Records records={wouldSee} />
        </Section>
      )}
      <Section title={`What ${seen.who} does not see`}>
        <Records records={hidden} />
      </Section>
    </>
  );
}

function Records({ records }: { records: SeenRecord[] }) {
  const columns: Column<SeenRecord>[] = [
    { name: "Record", isName: true, width: "18rem", cell: ({ title }) => title },
    { name: "Seen", cell: ({ values }) => <Values values={values} /> },
    { name: "The rule", cell: ({ rule }) => rule },
  ];
  const shown = records.some(({ values }) => values.length > 0)
    ? columns
    : columns.filter(({ name }) => name !== "Seen");
  return (
    <Card flush>
      <Table caption="Records about you" columns={shown} rows={records} keyOf={({ record }) => record} />
    </Card>
  );
}

const valuesFirst = 5;

function Values({ values }: { values: string[] }) {
  const all = [...counted(values)].map(([value, times]) => (times > 1 ? `${value}, ${times} times` : value));
  const rest = all.slice(valuesFirst);
  return (
    <div className="breakable">
      <Lines lines={all.slice(0, valuesFirst)} />
      {rest.length > 0 && (
        <details>
          <summary className="small muted">and {rest.length} more</summary>
          <Lines lines={rest} />
        </details>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}

function counted(values: string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
}

/** An office by its holder, but safety is no holder. */
function theOffice(office: Office): string {
  return office === "safety" ? "The safety office" : `The ${office}`;
}
