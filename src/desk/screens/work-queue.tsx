// The work queue: filters, groups, one action a line, and what can be done with several lines at once.
import { useState } from "react";
import type { ReplyOf } from "../../core/endpoint.ts";
import { Program, programs } from "../../programs/program.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayShortDay } from "../../web/ui/dates.ts";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import type { IconName } from "../../web/ui/icons.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { Letters } from "../../web/ui/letters.tsx";
import { Link } from "../../web/ui/link.tsx";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { officeSees } from "../audience.ts";
import type { getDesk } from "../coordinator-contract.ts";
import { type Filters, type Line, pageOf, type QueueName } from "../queue.ts";
import { Bulk } from "./queue-bulk.tsx";

type DeskReply = ReplyOf<typeof getDesk>;
type Titles = Record<QueueName, { title: string; icon: IconName }>;

const told: Record<QueueName, string> = {
  wall: "A duty brings two people together whom the wall keeps apart, today or soon.",
  proposals: "Drafts that wait for a director, and what was proposed and is not yet answered by both.",
  unmatched: "With the one change that would help each, as the newest run found it.",
  unsigned: "The two may meet; nothing stands before both have signed.",
  capacity: "Who guides more learners than they have places, or is away.",
};

/** How many lines of a queue stand open at first, and how many come at a time. */
const [shownFirst, shownMore] = [8, 100];

type QueueProps = {
  desk: DeskReply;
  titles: Titles;
  filters: Filters;
  onFilters: (changed: Filters) => void;
  /** Asks for so many lines of a queue. */
  onMost: (count: number) => void;
};

export function WorkQueue({ desk, titles, filters, onFilters, onMost }: QueueProps) {
  const sum = (of: "open" | "fitting") => desk.queues.reduce((total, queue) => total + queue[of], 0);
  const [open, fitting] = [sum("open"), sum("fitting")];
  return (
    <Section
      title="Work queue"
      note={fitting === open ? "Soonest first." : `Soonest first. ${fitting} of ${open} fit.`}
    >
      <QueueFilters desk={desk} filters={filters} onFilters={onFilters} />
      {fitting === 0 ? (
        <Empty title={open === 0 ? "Nothing waits for you." : "Nothing fits these filters."} />
      ) : (
        <Lines desk={desk} titles={titles} chosenQueue={filters.queue} onMost={onMost} />
      )}
    </Section>
  );
}

type LinesProps = Pick<QueueProps, "desk" | "titles" | "onMost"> & { chosenQueue: string | undefined };

function Lines({ desk, titles, chosenQueue, onMost }: LinesProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Partial<Record<QueueName, number>>>({});
  const toggle = (keys: string[], isOn: boolean) => {
    const others = [...selected].filter((key) => !keys.includes(key));
    setSelected(new Set(isOn ? [...others, ...keys] : others));
  };
  const mostOf = (queue: QueueName) => asked[queue] ?? (queue === chosenQueue ? shownMore : shownFirst);
  const more = (queue: QueueName) => {
    const count = mostOf(queue) + shownMore;
    setAsked({ ...asked, [queue]: count });
    onMost(count);
  };
  const groups = desk.queues.map(({ queue, fitting }) => ({
    queue,
    fitting,
    lines: desk.lines.filter((line) => line.queue === queue).slice(0, mostOf(queue)),
  }));
  const shown = groups.flatMap(({ lines }) => lines);
  const chosen = shown.filter(({ key }) => selected.has(key));
  const all = (isOn: boolean) =>
    toggle(
      shown.map(({ key }) => key),
      isOn,
    );
  return (
    <div className="card flush queue">
      {chosen.length > 0 && <Bulk chosen={chosen} of={shown.length} onClear={() => setSelected(new Set())} />}
      <table className="table stack" role="table">
        <caption className="vh">Work queue, grouped by kind</caption>
        <Head allOn={chosen.length === shown.length} onAll={all} />
        {groups.map(({ queue, fitting, lines }) => (
          <Group
            key={queue}
            queue={queue}
            title={titles[queue].title}
            count={fitting}
            lines={lines}
            selected={selected}
            onToggle={toggle}
            onMore={() => more(queue)}
          />
        ))}
      </table>
    </div>
  );
}

function QueueFilters({
  desk,
  filters,
  onFilters,
}: {
  desk: DeskReply;
  filters: Filters;
  onFilters: (changed: Filters) => void;
}) {
  const options = (all: string, values: string[]) => [
    { value: "", word: all },
    ...values.map((value) => ({ value, word: value })),
  ];
  const lanes = [
    { value: "", word: "All three lanes" },
    ...programs.map((program) => ({ value: program, word: laneOf(program).word })),
  ];
  const due = [
    { value: "", word: "Any date" },
    { value: "7", word: "This week" },
    { value: "30", word: "Next 30 days" },
  ];
  return (
    <form className="filters" aria-label="Filter the queue" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label="Find a person"
        type="search"
        value={filters.name ?? ""}
        onValue={(name) => onFilters({ name })}
        placeholder="Name"
      />
      <SelectField label="Lane" options={lanes} value={filters.lane ?? ""} onValue={(lane) => onFilters({ lane })} />
      <SelectField
        label="Phase"
        options={options("All phases", desk.phases)}
        value={filters.phase ?? ""}
        onValue={(phase) => onFilters({ phase })}
      />
      <SelectField
        label="Campus"
        options={options("All campuses", desk.campuses)}
        value={filters.campus ?? ""}
        onValue={(campus) => onFilters({ campus })}
      />
      <SelectField label="Due" options={due} value={filters.due ?? ""} onValue={(days) => onFilters({ due: days })} />
    </form>
  );
}

function Head({ allOn, onAll }: { allOn: boolean; onAll: (isOn: boolean) => void }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <td role="cell" className="pick">
          <label>
            <input type="checkbox" checked={allOn} onChange={(event) => onAll(event.target.checked)} />
            <span className="vh">Select all shown</span>
          </label>
        </td>
        {["Who", "What we found", "By", "Suggested next step", "Who can see"].map((word) => (
          <th key={word} role="columnheader" scope="col">
            {word}
          </th>
        ))}
        <th role="columnheader" scope="col">
          <span className="vh">Action</span>
        </th>
      </tr>
    </thead>
  );
}

type GroupProps = {
  queue: QueueName;
  title: string;
  /** How many there are in all; `lines` are the first of them. */
  count: number;
  lines: Line[];
  selected: ReadonlySet<string>;
  onToggle: (keys: string[], isOn: boolean) => void;
  onMore: () => void;
};

function Group({ queue, title, count, lines, selected, onToggle, onMore }: GroupProps) {
  if (lines.length === 0) return null;
  const rest = count - lines.length;
  return (
    <tbody role="rowgroup">
      <tr role="row" className="group">
        <th role="rowheader" colSpan={7} scope="rowgroup">
          <span className="group-title">{title}</span> <span className="muted num">{count}</span>
          <span className="group-text">{told[queue]}</span>
        </th>
      </tr>
      {lines.map((line) => (
        <Row
          key={line.key}
          line={line}
          isSelected={selected.has(line.key)}
          onToggle={(isOn) => onToggle([line.key], isOn)}
        />
      ))}
      {rest > 0 && (
        <tr role="row">
          <td role="cell" colSpan={7} className="more-rows">
            <button type="button" className="link-button" onClick={onMore}>
              {rest > shownMore ? `Show ${shownMore} of ${rest} more` : `Show ${rest} more`}
            </button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Row({ line, isSelected, onToggle }: { line: Line; isSelected: boolean; onToggle: (isOn: boolean) => void }) {
  const { who, withWhom, program, found, by, next } = line;
  return (
    <tr role="row">
      <td role="cell" className="pick">
        <label>
          <input type="checkbox" checked={isSelected} onChange={(event) => onToggle(event.target.checked)} />
          <span className="vh">
            Select {who}
            {withWhom === null ? "" : ` with ${withWhom}`}
          </span>
        </label>
      </td>
      <th role="rowheader" scope="row">
        <Link href={line.personId === null ? hrefOf(line) : `/people/${line.personId}`}>{who}</Link>
        {withWhom !== null && <span className="with">with {withWhom}</span>}
        {program !== null && <Plate lane={program} />}
      </th>
      <td role="cell" data-label="Found">
        <div>{found}</div>
      </td>
      <td role="cell" data-label="By">
        <StatusLine kind={line.queue === "wall" ? "caution" : "wait"}>
          {by === null ? "Any time" : sayShortDay(by)}
        </StatusLine>
      </td>
      <td role="cell" data-label="Next step">
        <div>{next}</div>
      </td>
      <td role="cell" data-label="Seen by">
        <SeenChip of="this line" audience={officeSees()} />
      </td>
      <td role="cell" className="act">
        <Letters addresses={line.addresses} path={pageOf([line])} about={`those who have to act on ${who}`}>
          Write
        </Letters>
        <ButtonLink small href={hrefOf(line)}>
          {wordOf[line.action]}
          <span className="vh">: {who}</span>
        </ButtonLink>
      </td>
    </tr>
  );
}

function hrefOf({ action, target }: Line): string {
  if (action === "open incident") return `/wall?incident=${target}`;
  if (action === "open answers") return `/matching/${target}?answers=waiting#pairs`;
  if (action === "start run") return `/matching?program=${Program.parse(target)}`;
  if (action === "open relationship") return `/agreements?relationship=${target}`;
  if (action === "open person") return `/people/${target}`;
  return `/matching/${target}`;
}

const wordOf: Record<Line["action"], string> = {
  "open incident": "Ways out",
  "open run": "Open run",
  "open draft": "Open run",
  "approve run": "Look and approve",
  "open answers": "See who",
  "match rest": "Open run",
  "start run": "Match",
  "open relationship": "See",
  "open person": "Plan",
};
