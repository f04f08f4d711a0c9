// The dates of each class, kept by the advising office: phases that begin, and what of a residency application is when.
import { type ReactNode, useState } from "react";
import { useRead } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayShortDay } from "../../web/ui/dates.ts";
import { SelectField } from "../../web/ui/field.tsx";
import { useSearch } from "../../web/ui/link.tsx";
import { Empty, Tag } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { listTimelines } from "../contract.ts";
import type { KeptDay } from "../timeline.ts";
import { timelineColumns, timelineRowOf } from "../timeline-csv.ts";
import { SaveCsv } from "./csv-file.tsx";
import { CopyTimeline } from "./copy-timeline.tsx";
import { EditDay } from "./edit-day.tsx";
import { TimelinesCsv } from "./timelines-csv.tsx";

export function Timelines() {
  const [search] = useSearch();
  const { data, error } = useRead(listTimelines);
  const [edited, setEdited] = useState<KeptDay | "new" | null>(null);
  const [isCopying, setCopying] = useState(false);
  const [isReading, setReading] = useState(false);
  if (!data) return <Waiting error={error} rows={4} />;
  const years = [...new Set(data.items.map(({ classYear }) => classYear))];
  const year = years.find((one) => String(one) === search.class) ?? years[0];
  const days = data.items.filter(({ classYear }) => classYear === year);
  return (
    <Section
      title="Dates of each class"
      note="Requirements count from these, so that next year needs new dates and nothing else."
    >
      <Choose years={years} year={year} onAdd={() => setEdited("new")} onCopy={() => setCopying(true)}>
        {year !== undefined && (
          <SaveCsv name="dates-of-classes" columns={timelineColumns} rows={data.items.map(timelineRowOf)} />
        )}
        <Button icon="upload" onClick={() => setReading(true)}>
          From a file
        </Button>
      </Choose>
      {isReading && <TimelinesCsv onClose={() => setReading(false)} />}
      {days.length === 0 ? (
        <Empty title="No dates yet">
          Add when phases begin, and the dates of the residency application, each with its source.
        </Empty>
      ) : (
        <Card flush>
          <Table
            caption={`Dates of the class of ${year}`}
            columns={columnsOf(setEdited)}
            rows={days}
            keyOf={({ event }) => event}
          />
        </Card>
      )}
      {edited !== null && (
        <EditDay day={edited === "new" ? null : edited} year={year} kept={data.items} onClose={() => setEdited(null)} />
      )}
      {isCopying && year !== undefined && (
        <CopyTimeline days={days} from={year} taken={years} onClose={() => setCopying(false)} />
      )}
    </Section>
  );
}

type ChooseProps = {
  years: number[];
  year: number | undefined;
  onAdd: () => void;
  onCopy: () => void;
  children: ReactNode;
};

function Choose({ years, year, onAdd, onCopy, children }: ChooseProps) {
  const [, setSearch] = useSearch();
  return (
    <div className="list-filters">
      {years.length > 0 && (
        <SelectField
          label="Class"
          value={String(year)}
          options={years.map((value) => ({ value: String(value), word: `Class of ${value}` }))}
          onValue={(value) => setSearch({ class: value })}
        />
      )}
      <Button icon="plus" onClick={onAdd}>
        Add a date
      </Button>
      {year !== undefined && (
        <Button icon="calendar" onClick={onCopy}>
          Begin the next class
        </Button>
      )}
      {children}
    </div>
  );
}

function columnsOf(onEdit: (day: KeptDay) => void): Column<KeptDay>[] {
  return [
    { name: "Day", width: "8rem", cell: ({ on }) => (on === null ? "" : sayShortDay(on, true)) },
    {
      name: "What",
      isName: true,
      cell: ({ title, beginsPhase }) => (
        <span className="row">
          {title}
          {beginsPhase && <Tag>Begins a phase</Tag>}
        </span>
      ),
    },
    { name: "Where the day is from", cell: ({ source }) => <span className="breakable">{source}</span> },
    {
      name: "Change",
      hideName: true,
      end: true,
      cell: (day) => (
        <Button small onClick={() => onEdit(day)}>
          Change<span className="vh">: {day.title}</span>
        </Button>
      ),
    },
  ];
}
