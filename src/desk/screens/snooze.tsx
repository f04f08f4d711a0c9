// Putting a line of one's own page off, and the fold from which it comes back.
import { type RefObject, useEffect, useRef, useState } from "react";
import { plural } from "../../core/plural.ts";
import { addDays, type Day } from "../../core/shapes.ts";
import { type AskError, faultOf, useWrite } from "../../web/ask.ts";
import { ActionMenu } from "../../web/ui/action-menu.tsx";
import { Button } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { toast } from "../../web/ui/toast.tsx";
import { canBeDone } from "../snooze.ts";
import { putSnoozes, returnSnoozes } from "../snooze-contract.ts";

/** How the name of each menu begins. */
const labelled = "Snooze: ";

type MenuProps = {
  /** The keys of the lines that go together. */
  lines: string[];
  /** What they are about, for who hears the buttons one after another. */
  about: string;
  words?: string;
};

export function SnoozeMenu({ lines, about, words }: MenuProps) {
  const { school } = useMe();
  const [isChoosing, setChoosing] = useState(false);
  const writing = useWrite(putSnoozes);
  const done = (until: Day | null) => {
    setChoosing(false);
    toast(`${until === null ? "Done for now." : `Back on ${sayDay(until, school.today)}.`} Nobody else notices.`);
  };
  const put = (until: Day | null) =>
    // Not by the callbacks of `mutate`, which a row that is gone does not get.
    void writing.mutateAsync({ lines, until }).then(
      () => done(until),
      (error: Error) => (isChoosing ? undefined : toast(error.message)),
    );
  const acts = [
    { id: "tomorrow", words: "Snooze until tomorrow", onAct: () => put(addDays(school.today, 1)) },
    { id: "week", words: "Snooze for a week", onAct: () => put(addDays(school.today, 7)) },
    { id: "day", words: "Snooze until a day", onAct: () => setChoosing(true) },
    ...(lines.every(canBeDone) ? [{ id: "done", words: "Done for now", onAct: () => put(null) }] : []),
  ];
  return (
    <>
      <ActionMenu label={`${labelled}${about}`} acts={acts} {...(words === undefined ? {} : { words })} />
      <Dialog title="Snooze until a day" isOpen={isChoosing} onClose={() => setChoosing(false)}>
        <Choose busy={writing.isPending} error={writing.error} first={addDays(school.today, 1)} onDay={put} />
      </Dialog>
    </>
  );
}

type ChooseProps = { busy: boolean; error: AskError | null; first: Day; onDay: (until: Day) => void };

function Choose({ busy, error, first, onDay }: ChooseProps) {
  return (
    <Form act="Snooze" busy={busy} error={error} fields={{ until: "Day" }} onSubmit={({ until = "" }) => onDay(until)}>
      <p>It goes from your page and comes back on that day. Nobody else notices.</p>
      <TextField label="Day" name="until" type="date" min={first} error={faultOf(error, "until")} />
    </Form>
  );
}

export interface SnoozedEntry {
  key: string;
  words: string;
  until: Day | null;
}

/** Folded, since it is off the page on purpose. */
export function Snoozed({ entries }: { entries: SnoozedEntry[] }) {
  const { school } = useMe();
  const fold = useRef<HTMLElement>(null);
  useFocusAfter(entries.length, fold);
  const writing = useWrite(returnSnoozes);
  if (entries.length === 0) return null;
  const back = (lines: string[]) =>
    void writing.mutateAsync({ lines }).then(
      () => {
        toast(`${plural(lines.length, "line is", "lines are")} back.`);
      },
      (error: Error) => toast(error.message),
    );
  return (
    <details className="more snoozed">
      <summary ref={fold}>Snoozed ({entries.length})</summary>
      <p className="small muted">
        You put these off for yourself. Everybody else sees them as before, and a date that is near stays near.
      </p>
      <ul role="list" className="divided">
        {entries.map(({ key, words, until }) => (
          <li key={key}>
            <span>{words}</span>
            <span className="small muted">
              {until === null ? "Back when something about it changes" : `Back on ${sayDay(until, school.today)}`}
            </span>
            <Button small busy={writing.isPending} onClick={() => back([key])}>
              Bring back
              <span className="vh">: {words}</span>
            </Button>
          </li>
        ))}
      </ul>
      {entries.length > 1 && (
        <Button small busy={writing.isPending} onClick={() => back(entries.map(({ key }) => key))}>
          Bring all back
        </Button>
      )}
    </details>
  );
}

/**
 * A line that goes takes its button with it: the focus moves to the button of the line that follows, so that the work goes on
 * where it was; and to the fold where none is left, or where a line came back from it.
 */
function useFocusAfter(count: number, fold: RefObject<HTMLElement | null>): void {
  const before = useRef(count);
  const place = useRef(-1);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const at = menus().findIndex((menu) => menu === target);
      if (at !== -1) place.current = at;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useEffect(() => {
    if (before.current !== count && document.activeElement === document.body) {
      const left = menus();
      const next = count > before.current ? left[Math.min(place.current, left.length - 1)] : undefined;
      (next ?? fold.current)?.focus();
    }
    before.current = count;
  }, [count, fold]);
}

function menus(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`button[aria-label^="${labelled}"]`)];
}
