// Beside the plan: the dates of the learner's class, with the milestones of each phase; and letters and documents with how
// they stand.
import { sayShortDay } from "../../web/ui/dates.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { Plan, PlanItem } from "../plan.ts";
import { kindWords } from "../saying.ts";
import { sayStanding } from "../state.ts";
import { type KeptDay, phaseOn } from "../timeline.ts";

export function PlanDates({ plan }: { plan: Plan }) {
  const papers = plan.items.filter(({ requirement: { kind } }) => kind === "letter" || kind === "document");
  return (
    <>
      {papers.length > 0 && <Papers papers={papers} plan={plan} />}
      {plan.timeline.length > 0 && <Dates plan={plan} />}
    </>
  );
}

function Papers({ papers, plan }: { papers: PlanItem[]; plan: Plan }) {
  const columns: Column<PlanItem>[] = [
    { name: "What", isName: true, cell: ({ requirement }) => requirement.title },
    { name: "Kind", cell: ({ requirement }) => kindWords[requirement.kind] },
    { name: "From whom", cell: ({ state }) => state.fromWhom },
    {
      name: "State",
      cell: ({ requirement, state, isOverdue }) => (
        <StatusLine kind={isOverdue ? "caution" : "plain"} icon={state.state === "done" ? "check" : "file"}>
          {sayStanding(requirement.kind, state.state)}
        </StatusLine>
      ),
    },
    {
      name: "Due",
      cell: ({ due }) => (due === null ? "No date" : sayShortDay(due, due.slice(0, 4) !== plan.today.slice(0, 4))),
    },
  ];
  return (
    <Section title="Letters and documents">
      <Card flush>
        <Table
          caption="Letters and documents, with how they stand"
          columns={columns}
          rows={papers}
          keyOf={({ setId, requirement }) => `${setId} ${requirement.key}`}
        />
      </Card>
    </Section>
  );
}

function Dates({ plan }: { plan: Plan }) {
  const { timeline, today, learner } = plan;
  const now = phaseOn(timeline, learner.classYear, today);
  const columns: Column<KeptDay>[] = [
    { name: "Day", width: "8rem", cell: ({ on }) => (on === null ? "" : sayShortDay(on, true)) },
    {
      name: "What",
      isName: true,
      cell: (day) => (
        <span className="row">
          {day.beginsPhase ? `${day.title} begins` : day.title}
          {day === now && <StatusLine icon="pin">You are here</StatusLine>}
        </span>
      ),
    },
    { name: "Milestones", cell: (day) => <Milestones day={day} plan={plan} /> },
    { name: "Where the day is from", cell: ({ source }) => <span className="small muted breakable">{source}</span> },
  ];
  const caption = `Dates of the class of ${learner.classYear}`;
  return (
    <Section title="Dates of the class" note={`Class of ${learner.classYear}`}>
      <Card flush>
        <Table caption={caption} columns={columns} rows={timeline} keyOf={({ event }) => event} />
      </Card>
    </Section>
  );
}

/** Of the phase that begins, by its name. */
function Milestones({ day: { title, beginsPhase }, plan }: { day: KeptDay; plan: Plan }) {
  const isOfPhase = ({ requirement: { kind, phase } }: PlanItem) =>
    kind === "milestone" && phase.toLowerCase() === title.toLowerCase();
  const found = beginsPhase ? plan.items.filter(isOfPhase) : [];
  if (found.length === 0) return null;
  return (
    <ul role="list">
      {found.map(({ requirement, state }) => (
        <li key={requirement.key}>
          <StatusLine icon={state.state === "done" ? "check" : "minus"}>
            {requirement.title}: {sayStanding("milestone", state.state)}
          </StatusLine>
        </li>
      ))}
    </ul>
  );
}
