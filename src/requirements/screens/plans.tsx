// The advising office's classes: every plan, filtered, by the date that presses first.
import { useRead, useReadPages } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { useSearch } from "../../web/ui/link.tsx";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { plansAudience } from "../audience.ts";
import { listRequirements } from "../contract.ts";
import { listPlans } from "../plan-contract.ts";
import { signOffsMost } from "../sign-off.ts";
import { GlanceTable, PictureKey } from "./glance-table.tsx";
import { SignOff } from "./sign-off.tsx";

const filters = ["classYear", "phase", "named", "group", "setId", "key"];

export function Plans() {
  const [search] = useSearch();
  const query = Object.fromEntries(filters.flatMap((name) => (search[name] ? [[name, search[name]]] : [])));
  const { items, error, ...pages } = useReadPages(listPlans, { query: query as never });
  return (
    <Page
      title="Plans"
      lede="Every learner's plan. Whose date is over longest stands first."
      wide
      end={
        <ButtonLink href="/requirements" icon="pen">
          Requirements and dates
        </ButtonLink>
      }
    >
      <Filters />
      {items === undefined ? (
        <Waiting error={error} rows={8} />
      ) : items.length === 0 ? (
        <Empty title="Nobody fits">Try another filter.</Empty>
      ) : (
        <>
          <PictureKey />
          {search.setId && search.key && (
            <SignOff
              key={`${search.setId} ${search.key}`}
              setId={search.setId}
              requirementKey={search.key}
              learnerIds={items.slice(0, signOffsMost).map(({ learner }) => learner.personId)}
            />
          )}
          <Card flush>
            <GlanceTable items={items} caption="Learners, by the date that presses first" />
            <ShowMore {...pages} inCard />
          </Card>
        </>
      )}
    </Page>
  );
}

const groupOptions = [
  { value: "", word: "Anything" },
  { value: "late", word: "Something late" },
  { value: "soon", word: "Something due soon" },
  { value: "blocked", word: "Something waiting" },
];

/** Which classes, phases and requirements there are. */
function useChoices() {
  const { data: any } = useRead(listPlans, { query: { limit: 1 } });
  const { data: sets } = useRead(listRequirements);
  const open = (sets?.items ?? []).flatMap(({ setId, items }) =>
    items.map(({ key, title }) => ({ value: `${setId} ${key}`, word: title })),
  );
  const years = (any?.classYears ?? []).map((year) => ({ value: String(year), word: `Class of ${year}` }));
  const phases = (any?.phases ?? []).map((phase) => ({ value: phase, word: phase }));
  return {
    classes: [{ value: "", word: "Every class" }, ...years],
    phases: [{ value: "", word: "Every phase" }, ...phases],
    open: [{ value: "", word: "Any requirement" }, ...open],
  };
}

function Filters() {
  const [search, setSearch] = useSearch();
  const { classes, phases, open } = useChoices();
  return (
    <div className="list-filters" role="search">
      <TextField
        label="Name"
        type="search"
        autoComplete="off"
        placeholder="Part of a name"
        defaultValue={search.named ?? ""}
        onValue={(value) => setSearch({ named: value.trim() })}
      />
      <SelectField
        label="Class"
        value={search.classYear ?? ""}
        options={classes}
        onValue={(classYear) => setSearch({ classYear })}
      />
      <SelectField
        label="Phase"
        value={search.phase ?? ""}
        options={phases}
        onValue={(phase) => setSearch({ phase })}
      />
      <SelectField
        label="With"
        value={search.group ?? ""}
        options={groupOptions}
        onValue={(group) => setSearch({ group })}
      />
      <SelectField
        label="Open"
        value={search.key === undefined ? "" : `${search.setId} ${search.key}`}
        options={open}
        onValue={(value) => {
          const [setId, key] = value.split(" ");
          setSearch({ setId, key });
        }}
      />
      <SeenChip of="these plans" audience={plansAudience} />
    </div>
  );
}
