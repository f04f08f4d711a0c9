// The dates of several requirements at once: by so many days, or to one day. It changes the draft; saving shows what it does.
import { plural } from "../../core/plural.ts";
import { useState } from "react";
import { AskError } from "../../web/ask.ts";
import { Segmented } from "../../web/ui/choice.tsx";
import { sayShortDay } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { type Move, moved } from "../change.ts";
import { Due, type Requirement } from "../requirement.ts";
import { sayRule } from "../saying.ts";

type Props = {
  items: Requirement[];
  keys: ReadonlySet<string>;
  onClose: () => void;
  onItems: (items: Requirement[]) => void;
};

export function MoveDates({ items, keys, onClose, onItems }: Props) {
  const [way, setWay] = useState<"by" | "to">("by");
  const [days, setDays] = useState("7");
  const [day, setDay] = useState("");
  const [error, setError] = useState<AskError | null>(null);
  const move = moveOf(way, days, day);
  const after = move === null ? items : moved(items, keys, move);
  const pairs = items.flatMap((item, at) => {
    const next = after[at];
    return next === undefined || next === item ? [] : [{ item, next }];
  });
  const submit = () => {
    const because = move === null ? `Write ${way === "to" ? "a day" : "a whole number of days"}.` : tooFar(pairs);
    if (because !== null) return setError(new AskError(422, { rule: "requirement.due", because }));
    onItems(after);
    toast(`${plural(pairs.length, "date moves", "dates move")} in the draft.`);
    onClose();
  };
  return (
    <Dialog title={`Move ${plural(keys.size, "date")}`} isOpen onClose={onClose}>
      <Form act="Change the draft" error={error} onSubmit={submit}>
        <Segmented legend="How" options={ways} value={way} onValue={setWay} />
        {way === "by" ? (
          <TextField
            label="Days later"
            type="number"
            hint="Less than 0: earlier. What has no date keeps none."
            value={days}
            onValue={setDays}
          />
        ) : (
          <TextField label="Day" type="date" value={day} onValue={setDay} />
        )}
        <Moves pairs={pairs} />
      </Form>
    </Dialog>
  );
}

const ways = [
  { value: "by", word: "By days" },
  { value: "to", word: "To one day" },
] as const;

/** Null where it cannot be used yet. */
function moveOf(way: "by" | "to", days: string, day: string): Move | null {
  if (way === "to") return day === "" ? null : { to: day };
  return /^-?\d{1,5}$/.test(days) ? { by: Number(days) } : null;
}

type Pair = { item: Requirement; next: Requirement };

function tooFar(pairs: Pair[]): string | null {
  const far = pairs.find(({ next }) => next.due !== null && !Due.safeParse(next.due).success);
  return far === undefined ? null : `"${far.item.title}" would be more than 1,500 days from its event.`;
}

function Moves({ pairs }: { pairs: Pair[] }) {
  const say = (due: Requirement["due"]) =>
    sayRule(
      due,
      (event) => event,
      (on) => sayShortDay(on, true),
    );
  return (
    <ul aria-label="What moves">
      {pairs.map(({ item, next }) => (
        <li key={item.key} className="small">
          {item.title}: {say(item.due)} becomes {say(next.due)}
        </li>
      ))}
    </ul>
  );
}
