// Who sees what: pick a person or an office, and see exactly what they see of you.
import { useRead } from "../../web/ask.ts";
import { sayTime } from "../../web/ui/dates.ts";
import { SelectField } from "../../web/ui/field.tsx";
import { useSearch } from "../../web/ui/link.tsx";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getSeen, getSeenChoices } from "../seen-contract.ts";
import type { SeenRecord } from "../seen-records.ts";

export function WhoSeesWhat() {
  const [search, setSearch] = useSearch();
  const { data: choices, error } = useRead(getSeenChoices);
  if (!choices) return <Waiting error={error} />;

  const picked = search.of ?? "";
  const people = choices.people.map(({ personId, name, as }) => ({
    value: `person ${personId}`,
    word: as === "" ? name : `${name} (${as})`,
  }));
  const offices = choices.offices.map(({ office }) => ({ value: `office ${office}`, word: `The ${office}` }));
  const options = [
    { value: "", word: "Choose somebody" },
    ...offices,
    { value: "learner", word: "Another learner" },
    ...people,
  ];
  return (
    <Page
      title="Who sees what"
      lede="Pick a person or an office. You see exactly what they see of you, read this minute under the rules that hold them."
    >
      <Card>
        <SelectField
          label="Look through the eyes of"
          options={options}
          value={picked}
          onValue={(of) => setSearch({ of })}
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
  const { data: seen, error } = useRead(getSeen, { query });
  if (!seen) return <Waiting error={error} />;

  const sees = seen.records.filter((record) => record.sees !== false);
  const hidden = seen.records.filter((record) => record.sees === false);
  return (
    <>
      <Section title={`What ${seen.who} sees of you`} note={`Read at ${sayTime(seen.checkedAt)}.`}>
        {sees.length === 0 ? <Empty title={`${seen.who} sees nothing of you.`} /> : <Records records={sees} />}
      </Section>
      <Section title={`What ${seen.who} does not see`}>
        <Records records={hidden} />
      </Section>
    </>
  );
}

function Records({ records }: { records: SeenRecord[] }) {
  return (
    <Card flush>
      <table className="table stack" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {["Record", "Seen", "The rule"].map((word) => (
              <th key={word} role="columnheader" scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {records.map((record) => (
            <tr key={record.record} role="row">
              <th role="rowheader" scope="row">
                {record.title}
              </th>
              <td role="cell" data-label="Seen">
                <Seen record={record} />
              </td>
              <td role="cell" data-label="The rule">
                <div>{record.rule}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Seen({ record: { sees, values } }: { record: SeenRecord }) {
  if (sees === null) return <StatusLine kind="wait">May see such a record, if there is one</StatusLine>;
  if (!sees) return <StatusLine kind="wait">Not seen</StatusLine>;
  const shown = [...new Set(values)].slice(0, 5);
  return (
    <div className="breakable">
      {shown.map((value) => (
        <div key={value}>{value}</div>
      ))}
      {values.length > shown.length && (
        <div className="small muted">and {values.length - shown.length} more like it</div>
      )}
    </div>
  );
}
