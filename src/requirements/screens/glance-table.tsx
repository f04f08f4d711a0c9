// Many plans at a glance: a small picture for each, its numbers beside it, in the order of their dates.
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { type Glance, groups } from "../plan.ts";
import { sayDue } from "./due-words.ts";

export function GlanceTable({ items, caption }: { items: Glance[]; caption: string }) {
  const { school } = useMe();
  const columns: Column<Glance>[] = [
    {
      name: "Learner",
      isName: true,
      cell: ({ learner }) => (
        <>
          <Link href={`/plans/${learner.personId}`}>{learner.name}</Link>
          <span className="with">
            {[learner.phase, `class of ${learner.classYear}`].filter(Boolean).join(", ")}
            {learner.status === "leave" ? ", on leave" : ""}
          </span>
        </>
      ),
    },
    { name: "Presses first", cell: (glance) => <First glance={glance} today={school.today} /> },
    { name: "Plan", cell: (glance) => <Picture glance={glance} />, width: "9rem" },
    { name: "Late", end: true, cell: ({ overdue }) => String(overdue) },
    { name: "Soon", end: true, cell: ({ counts }) => String(counts.soon ?? 0) },
    { name: "Waiting", end: true, cell: ({ counts }) => String(counts.blocked ?? 0) },
    { name: "Done", end: true, cell: ({ counts }) => `${counts.done ?? 0} of ${sum(counts)}` },
  ];
  return <Table caption={caption} columns={columns} rows={items} keyOf={({ learner }) => learner.personId} />;
}

function First({ glance: { first }, today }: { glance: Glance; today: string }) {
  if (first === null) return <StatusLine icon="check">Nothing is open</StatusLine>;
  if (first.due === null) return <>{first.title}</>;
  const isOver = first.due < today;
  return (
    <>
      {first.title}
      <span className="with">
        <StatusLine kind={isOver ? "caution" : "wait"} icon={isOver ? "alert" : "calendar"}>
          {sayDue(first.due, today)}
        </StatusLine>
      </span>
    </>
  );
}

/** One square for each thing, in the order of the groups. The numbers stand beside it, so it is not read aloud. */
function Picture({ glance: { counts } }: { glance: Glance }) {
  return (
    <span className="plan-picture" aria-hidden="true">
      {groups.flatMap((group) =>
        Array.from({ length: counts[group] ?? 0 }, (_, nth) => <i key={`${group} ${nth}`} className={`sq-${group}`} />),
      )}
    </span>
  );
}

/** What the squares mean, once for the table. */
export function PictureKey() {
  const words = { late: "late", soon: "due soon", next: "next", blocked: "waiting", done: "done" };
  return (
    <p className="small muted plan-key">
      {groups.map((group) => (
        <span key={group}>
          <i className={`sq-${group}`} aria-hidden="true" /> {words[group]}
        </span>
      ))}
    </p>
  );
}

function sum(counts: Glance["counts"]): number {
  return Object.values(counts).reduce((before, count) => before + count, 0);
}
