// The work queue: filters, groups, one action a line, and what can be done with several lines at once.
import { numberOf } from "../../intake/screens/words.ts";
import { useState } from "react";
import type { ReplyOf } from "../../core/endpoint.ts";
import { programs } from "../../programs/program.ts";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import type { IconName } from "../../web/ui/icons.ts";
import { keep, kept } from "../../web/ui/kept.ts";
import { laneOf } from "../../web/ui/lanes.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Section } from "../../web/ui/page.tsx";
import type { getDesk } from "../coordinator-contract.ts";
import { type Filters, type Line, queues, type QueueName } from "../queue.ts";
import { Bulk } from "./queue-bulk.tsx";
import { linesAtOnce, QueueGroup } from "./queue-group.tsx";
import { Snoozed } from "./snooze.tsx";

type DeskReply = ReplyOf<typeof getDesk>;
type Titles = Record<QueueName, { title: string; icon: IconName }>;

const told: Record<QueueName, string> = {
  wall: "A duty brings two people together whom the wall keeps apart, today or soon.",
  proposals: "Drafts that wait for a director, and what was proposed and is not yet answered by both.",
  unmatched: "With the one change that would help each, as the newest run found it.",
  unsigned: "The two may meet; nothing stands before both have signed.",
  plans: "Classes in which somebody has something late, with the oldest date.",
  capacity: "Who guides more learners than they have places, or is away.",
};

/** How many lines of a queue stand open at first, so that every queue is near; and of the one that was asked for. */
const [shownFirst, shownMore] = [4, linesAtOnce];

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
      note={fitting === open ? "Soonest first." : `Soonest first. ${numberOf(fitting)} of ${numberOf(open)} fit.`}
      id="queue"
    >
      <QueueFilters desk={desk} filters={filters} onFilters={onFilters} />
      {fitting === 0 ? (
        <Empty title={open === 0 ? "Nothing waits for you." : "Nothing fits these filters."} />
      ) : (
        <Lines desk={desk} titles={titles} chosenQueue={filters.queue} onMost={onMost} />
      )}
      <Snoozed entries={desk.snoozed.map((line) => ({ key: line.key, words: sentenceOf(line), until: line.until }))} />
    </Section>
  );
}

function sentenceOf({ who, withWhom, found }: Line): string {
  return `${who}${withWhom === null ? "" : ` with ${withWhom}`}: ${found}`;
}

type LinesProps = Pick<QueueProps, "desk" | "titles" | "onMost"> & { chosenQueue: string | undefined };

function Lines({ desk, titles, chosenQueue, onMost }: LinesProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Partial<Record<QueueName, number>>>({});
  const [folded, setFolded] = useFolded();
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
  // What somebody chose to see is open, whatever was folded before.
  const isFolded = (queue: QueueName) => folded.includes(queue) && queue !== chosenQueue;
  const groups = desk.queues.map(({ queue, fitting }) => ({
    queue,
    fitting,
    lines: isFolded(queue) ? [] : desk.lines.filter((line) => line.queue === queue).slice(0, mostOf(queue)),
  }));
  const shown = groups.flatMap(({ lines }) => lines);
  const chosen = shown.filter(({ key }) => selected.has(key));
  const keys = shown.map(({ key }) => key);
  return (
    <div className="card flush queue">
      <Bulk chosen={chosen} of={shown.length} onClear={() => setSelected(new Set())} />
      <table className="table stack" role="table">
        <caption className="vh">Work queue, grouped by kind</caption>
        <Head allOn={shown.length > 0 && chosen.length === shown.length} onAll={(isOn) => toggle(keys, isOn)} />
        {groups.map(({ queue, fitting, lines }) => (
          <QueueGroup
            key={queue}
            title={titles[queue].title}
            text={told[queue]}
            count={fitting}
            isFolded={isFolded(queue)}
            lines={lines}
            selected={selected}
            onToggle={toggle}
            onMore={() => more(queue)}
            onFold={queue === chosenQueue ? undefined : () => setFolded(queue)}
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

const foldedName = "desk.folded";

/** The queues that this device keeps folded, and how to fold or open one. */
function useFolded(): [readonly QueueName[], (queue: QueueName) => void] {
  const [folded, setFolded] = useState(() =>
    queues.filter((queue) => (kept(foldedName) ?? "").split(" ").includes(queue)),
  );
  const turn = (queue: QueueName) => {
    const next = folded.includes(queue) ? folded.filter((one) => one !== queue) : [...folded, queue];
    setFolded(next);
    keep(foldedName, next.join(" "));
  };
  return [folded, turn];
}
