// The requirements of a draft: picked for a move of their dates, put in order, changed and taken out.
import { useState } from "react";
import { ActionMenu } from "../../web/ui/action-menu.tsx";
import { BulkBar } from "../../web/ui/bulk-bar.tsx";
import { Button } from "../../web/ui/button.tsx";
import { sayShortDay } from "../../web/ui/dates.ts";
import { Card } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { toast } from "../../web/ui/toast.tsx";
import type { Requirement } from "../requirement.ts";
import { kindWords, partWords, sayRule } from "../saying.ts";
import type { KeptDay } from "../timeline.ts";
import { EditRequirement } from "./edit-requirement.tsx";
import { MoveDates } from "./move-dates.tsx";

type Props = { items: Requirement[]; days: KeptDay[]; onItems: (items: Requirement[]) => void };

export function ItemsTable({ items, days, onItems }: Props) {
  const [picked, setPicked] = useState<Set<string>>(new Set());
  const [edited, setEdited] = useState<Requirement | "new" | null>(null);
  const [isMoving, setMoving] = useState(false);
  const chosen = new Set(items.flatMap(({ key }) => (picked.has(key) ? [key] : [])));
  const put = (item: Requirement) =>
    onItems(
      items.some(({ key }) => key === item.key)
        ? items.map((one) => (one.key === item.key ? item : one))
        : [...items, item],
    );
  return (
    <>
      <div className="row spread">
        <BulkBar count={chosen.size} of={items.length} onClear={() => setPicked(new Set())}>
          <Button small kind="primary" icon="calendar" onClick={() => setMoving(true)}>
            Move dates
          </Button>
        </BulkBar>
        <Button icon="plus" onClick={() => setEdited("new")}>
          Add a requirement
        </Button>
      </div>
      <Card flush>
        <Table
          caption="Requirements of this set, in order"
          columns={columnsOf(items, days, onItems, setEdited)}
          rows={items}
          keyOf={({ key }) => key}
          picking={{ picked: chosen, onPicked: setPicked, nameOf: ({ title }) => title }}
        />
      </Card>
      {edited !== null && (
        <EditRequirement
          item={edited === "new" ? null : edited}
          items={items}
          days={days}
          onClose={() => setEdited(null)}
          onItem={put}
        />
      )}
      {isMoving && <MoveDates items={items} keys={chosen} onClose={() => setMoving(false)} onItems={onItems} />}
    </>
  );
}

function columnsOf(
  items: Requirement[],
  days: KeptDay[],
  onItems: Props["onItems"],
  onEdit: (item: Requirement) => void,
): Column<Requirement>[] {
  const titles = new Map(items.map(({ key, title }) => [key, title]));
  const events = new Map(days.map(({ event, title }) => [event, title]));
  return [
    {
      name: "Requirement",
      isName: true,
      cell: ({ title, kind, phase }) => (
        <>
          {title}
          <span className="with">{[kindWords[kind], phase].filter(Boolean).join(", ")}</span>
        </>
      ),
    },
    { name: "Class", cell: ({ classYear }) => (classYear === null ? "Every class" : String(classYear)) },
    {
      name: "Due",
      cell: ({ due }) =>
        sayRule(
          due,
          (event) => events.get(event) ?? event,
          (day) => sayShortDay(day, true),
        ),
    },
    { name: "After", cell: ({ dependsOn }) => dependsOn.map((key) => titles.get(key) ?? key).join("; ") },
    { name: "Signed off by", cell: ({ signedBy }) => partWords[signedBy] },
    {
      name: "Change",
      hideName: true,
      end: true,
      cell: (item) => (
        <>
          <Button small onClick={() => onEdit(item)}>
            Change<span className="vh">: {item.title}</span>
          </Button>
          <ActionMenu label={`More for ${item.title}`} acts={actsFor(item, items, onItems)} />
        </>
      ),
    },
  ];
}

function actsFor(item: Requirement, items: Requirement[], onItems: Props["onItems"]) {
  const at = items.findIndex(({ key }) => key === item.key);
  const swap = (to: number) => {
    const next = [...items];
    const other = next[to];
    if (other === undefined) return;
    next[to] = item;
    next[at] = other;
    onItems(next);
    toast(`${item.title} stands ${to + 1} of ${items.length}.`);
  };
  const waiting = items.filter(({ dependsOn }) => dependsOn.includes(item.key)).map(({ title }) => title);
  const off = (is: boolean, because: string) => (is ? { offBecause: because } : {});
  return [
    { id: "up", words: "Move up", onAct: () => swap(at - 1), ...off(at === 0, "It stands first.") },
    { id: "down", words: "Move down", onAct: () => swap(at + 1), ...off(at === items.length - 1, "It stands last.") },
    {
      id: "out",
      words: "Take out",
      icon: "minus" as const,
      onAct: () => {
        onItems(items.filter(({ key }) => key !== item.key));
        toast(`${item.title} is taken out of the draft.`);
      },
      ...off(waiting.length > 0, `${waiting.join("; ")} waits for it.`),
      ...off(items.length === 1, "A set has at least one."),
    },
  ];
}
