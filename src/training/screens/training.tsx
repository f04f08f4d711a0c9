// Certification for each program: who may take the role, what is missing, and the hours behind it.
import { useState } from "react";
import { type Program, programs, roleOf } from "../../programs/program.ts";
import { useReadPages } from "../../web/ask.ts";
import { Segmented, Tick } from "../../web/ui/choice.tsx";
import { lastOf, sayShortDay } from "../../web/ui/dates.ts";
import { laneOf } from "../../web/ui/lanes.ts";
import { Link } from "../../web/ui/link.tsx";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { WhySection } from "../../web/ui/why.tsx";
import { type EducatorTraining, listCertifications } from "../contract.ts";

const audience = {
  words: "Program offices and the educator",
  can: [{ who: "Coordinator, director, dean and registrar" }, { who: "The educator", what: "Their own" }],
  cannot: [{ who: "Learners" }, { who: "Other educators" }],
  rule: "Training and effort are the educator's own and the planning offices'.",
};

export function TrainingScreen() {
  const [program, setProgram] = useState<Program>(programs[0]);
  const [lacking, setLacking] = useState(false);
  const query = { program, ...(lacking ? { lacking: "true" as const } : {}) };
  const { items, error, ...pages } = useReadPages(listCertifications, { query });
  const options = programs.map((value) => ({
    value,
    word: laneOf(value).word,
    icon: laneOf(value).icon,
    className: laneOf(value).className,
  }));
  return (
    <Page
      title="Training and effort"
      lede="Only certified educators are matched. What is missing is named, so that one course can mend it."
      wide
    >
      <Section title={`Certified as ${roleOf[program]}`} note={<SeenChip audience={audience} of="this list" />}>
        <div className="row">
          <Segmented legend="Program" hideLegend options={options} value={program} onValue={setProgram} />
          <Tick checked={lacking} onValue={setLacking}>
            Only who lacks something
          </Tick>
        </div>
        {!items && <Waiting error={error} />}
        {items?.length === 0 && (
          <Empty title="Nobody here.">
            {lacking
              ? "Everyone has completed what the charter asks for."
              : "Import educators and their training first."}
          </Empty>
        )}
        {items !== undefined && items.length > 0 && (
          <Card flush>
            <Rows items={items} />
            <ShowMore {...pages} inCard />
          </Card>
        )}
      </Section>
      <WhySection title="Why training and time matter" at="pitfalls/training" />
    </Page>
  );
}

function Rows({ items }: { items: EducatorTraining[] }) {
  return (
    <Table caption="Educators, by family name" columns={columns} rows={items} keyOf={({ educatorId }) => educatorId} />
  );
}

const columns: Column<EducatorTraining>[] = [
  {
    name: "Educator",
    isName: true,
    cell: ({ educatorId, name, department }) => (
      <>
        <Link href={`/people/${educatorId}`}>{name}</Link>
        <span className="with block">{department}</span>
      </>
    ),
  },
  { name: "Certified", cell: (item) => <Certified item={item} /> },
  { name: "Missing or run out", cell: ({ certification }) => gapsOf(certification) },
  { name: "Learners and places", cell: ({ learners, places }) => `${learners} of ${places}` },
  { name: "Hours a year", cell: ({ effort }) => <Hours effort={effort} /> },
];

function Certified({ item: { certification, pausedUntil } }: { item: EducatorTraining }) {
  const { certified, expiresOn } = certification;
  return (
    <>
      {certified ? (
        <StatusLine kind="done">
          Yes{expiresOn === null ? "" : `, until ${sayShortDay(lastOf(expiresOn), true)}`}
        </StatusLine>
      ) : (
        <StatusLine kind="wait">Not yet</StatusLine>
      )}
      {pausedUntil !== null && <span className="small muted block">Paused, back {sayShortDay(pausedUntil, true)}</span>}
    </>
  );
}

function gapsOf({ missing, lapsed }: EducatorTraining["certification"]) {
  const gaps = [...missing, ...lapsed.map(({ module, on }) => `${module} (ran out ${sayShortDay(on, true)})`)];
  return gaps.length === 0 ? <span className="muted">Nothing</span> : gaps.join(", ");
}

function Hours({ effort }: Pick<EducatorTraining, "effort">) {
  return (
    <>
      <span className="block">
        {effort.demandedHours} asked of {effort.allocatedHours} given
      </span>
      {effort.state === "over" && <StatusLine kind="caution">{-effort.leftHours} over</StatusLine>}
      {effort.state === "under" && <span className="small muted block">{effort.leftHours} left</span>}
    </>
  );
}
