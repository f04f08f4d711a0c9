// The gallery's records: lanes, audiences, people, tables, figures.
import { useState } from "react";
import { programs } from "../../programs/program.ts";
import { ActionMenu } from "./action-menu.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { Button } from "./button.tsx";
import { Bar, Facts, Steps } from "./figures.tsx";
import { LaneHead, LaneTile, Plate, WallBand } from "./lane.tsx";
import { StatusLine } from "./notice.tsx";
import { Card, Section } from "./page.tsx";
import { Avatar, PersonName } from "./person.tsx";
import { SeenChip } from "./seen-chip.tsx";
import { type Column, Table } from "./table.tsx";

const theTwo = {
  words: "You and Dr. Rao",
  can: [
    { who: "You", what: "Everything" },
    { who: "Dr. Rao", what: "Everything" },
  ],
  cannot: [
    { who: "Program office", why: "Knows that the pair exists and when they met" },
    { who: "Anyone who grades you", why: "The wall. Course directors, evaluators, committees" },
  ],
  rule: "Charter version 4, sealed space.",
  lastReader: "Last opened by Dr. Rao, Nov 21.",
};
const office = {
  words: "Program office",
  can: [{ who: "Program office" }],
  cannot: [{ who: "Anyone who grades the learner", why: "The wall" }],
  rule: "Charter.",
};

export function Records() {
  return (
    <>
      <Section title="Lanes" note="Hue, icon and word, always together">
        <ul className="row">
          {[...programs, "assessment" as const].map((lane) => (
            <li key={lane}>
              <Plate lane={lane} />
            </li>
          ))}
          {programs.map((lane) => (
            <li key={lane}>
              <LaneTile lane={lane} />
            </li>
          ))}
        </ul>
        <WallBand action={<a href="#wall">See the check</a>}>
          <b>The wall holds.</b> Nobody here grades you. Checked today, 2:10 am.
        </WallBand>
      </Section>
      <Section title="Who can see this">
        <div className="row">
          <SeenChip audience={theTwo} of="your notes" />
          <SeenChip audience={office} />
        </div>
      </Section>
      <People />
      <Queue />
    </>
  );
}

function People() {
  return (
    <Section title="A person">
      <ul className="people">
        {programs.map((lane, index) => (
          <li key={lane} className={`person lane-${lane}`}>
            <LaneHead lane={lane} end="Since 2024" />
            <div className="person-id">
              <Avatar givenName="Joan" familyName="Pereira" lane={lane} large />
              <div>
                <h3>
                  <PersonName givenName="Joan" familyName="Pereira" href="/states" />
                </h3>
                <p className="small muted">Office of student affairs</p>
              </div>
            </div>
            <Facts
              facts={[
                ["Next", "Wed, Dec 2, 12:10 PM"],
                ["Last reply", "Yesterday"],
                index === 0 ? null : ["Place", "Room 4.12"],
              ]}
            />
            <p>
              <SeenChip audience={theTwo} />
            </p>
            <div className="row person-actions">
              <Button kind={index === 1 ? "primary" : "second"}>Prepare</Button>
              <Button>Write</Button>
            </div>
            <div>
              <Steps done={3} of={5} />
              <p className="small muted">3 of 5 steps</p>
              <Bar percent={72} />
              <p className="small muted">72 of 100 hours</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const rows = [
  { id: "1", name: ["Noah", "Brandt"], found: "On the surgery evaluator roster from Dec 7.", by: "Dec 4", late: true },
  { id: "2", name: ["Grace", "Adeyemi"], found: "Evaluates pediatrics block 4.", by: "Dec 18", late: false },
] as const;

const columns: Column<(typeof rows)[number]>[] = [
  {
    name: "Who",
    isName: true,
    cell: ({ name: [givenName, familyName] }) => (
      <PersonName {...{ givenName, familyName }} href="/states" beside="with Dr. Fatima Zahran" />
    ),
  },
  { name: "Found", cell: ({ found }) => found },
  {
    name: "By",
    cell: ({ by, late }) => (
      <StatusLine kind={late ? "caution" : "plain"} icon={late ? "clock" : "calendar"}>
        {by}
      </StatusLine>
    ),
  },
  { name: "Seen by", cell: () => <SeenChip audience={office} /> },
  {
    name: "Acts",
    hideName: true,
    end: true,
    cell: ({ name }) => (
      <>
        <Button small>Ask</Button>
        <ActionMenu
          label={`More for ${name.join(" ")}`}
          acts={[
            { id: "a", words: "Assign to someone", icon: "user", onAct: () => {} },
            { id: "s", words: "Put off a week", icon: "clock", offBecause: "Due before", onAct: () => {} },
          ]}
        />
      </>
    ),
  },
];

function Queue() {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(["2"]));
  return (
    <Section title="A table with bulk acts">
      <Card flush>
        <BulkBar count={picked.size} of={rows.length} onClear={() => setPicked(new Set())}>
          <Button kind="primary" small icon="send">
            Send drafts
          </Button>
        </BulkBar>
        <Table
          caption="Work queue"
          rows={rows}
          keyOf={({ id }) => id}
          picking={{ picked, onPicked: setPicked, nameOf: ({ name }) => name.join(" ") }}
          columns={columns}
        />
      </Card>
    </Section>
  );
}
