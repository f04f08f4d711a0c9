// One set: its requirements in order, changed here as a draft in the browser, then looked at and saved as one version.
import { useState } from "react";
import { useRead } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { requirementsAudience } from "../audience.ts";
import { changesBetween, isNothing } from "../change.ts";
import { listRequirements, listTimelines } from "../contract.ts";
import type { Requirement, RequirementSet } from "../requirement.ts";
import type { KeptDay } from "../timeline.ts";
import { ItemsTable } from "./items-table.tsx";
import { SaveSet } from "./save-set.tsx";
import { SetCsv } from "./set-csv.tsx";
import { SetVersions } from "./set-versions.tsx";

export function RequirementSetScreen({ setId }: { setId: string }) {
  const { data: sets, error } = useRead(listRequirements);
  const { data: timelines } = useRead(listTimelines);
  if (!sets || !timelines) return <Waiting error={error} rows={8} />;
  const set = sets.items.find((one) => one.setId === setId);
  if (set === undefined)
    return (
      <Page title="No such set" lede="It is not there, or the link is not whole.">
        <ButtonLink href="/requirements">All sets</ButtonLink>
      </Page>
    );
  // A newer version begins a new draft: what was typed over the older one would be refused.
  return <Draft key={set.version} set={set} days={timelines.items} />;
}

function Draft({ set, days }: { set: RequirementSet; days: KeptDay[] }) {
  const [items, setItems] = useState<Requirement[]>(set.items);
  const [name, setName] = useState(set.name);
  const isChanged = name !== set.name || !isNothing(changesBetween(set.items, items));
  return (
    <Page
      title={set.name}
      lede={`Version ${set.version}, with ${set.items.length} lines. What you change here is a draft until you save it.`}
      wide
      end={
        <ButtonLink href="/requirements" icon="left">
          All sets
        </ButtonLink>
      }
    >
      <p>
        <SeenChip of="this set" audience={requirementsAudience} />
      </p>
      {isChanged && (
        <SaveSet
          set={set}
          items={items}
          name={name}
          onName={setName}
          onUndo={() => {
            setItems(set.items);
            setName(set.name);
          }}
        />
      )}
      <Section title="Requirements" note="In the order in which a plan shows them where dates do not tell.">
        <ItemsTable items={items} days={days} onItems={setItems} />
      </Section>
      <SetCsv set={set} items={items} isChanged={isChanged} />
      <SetVersions set={set} />
    </Page>
  );
}
