// Choosing one person among too many for a select: type, and the server finds. The list stands in the page, right under
// the input, so that nothing else has to be hidden from screen readers while it is open.
import { type KeyboardEvent, useId, useState } from "react";
import { Field, type Wired } from "./field.tsx";
import { useFound } from "./found.ts";

export type Choice = { id: string; words: string; hint?: string };
type PickerProps = {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** Asked a moment after the last letter. Keep it the same between renders: outside the component, or `useCallback`. */
  find: (words: string) => Promise<Choice[]>;
  /** Null when the words no longer name the one picked. */
  onPick: (choice: Choice | null) => void;
};

/** Arrow keys move, Enter picks, Escape closes. */
export function PersonPicker({ label, hint, error, find, onPick }: PickerProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wired) => <Picker wired={wired} label={label} find={find} onPick={onPick} />}
    </Field>
  );
}

function Picker({ wired, label, find, onPick }: Pick<PickerProps, "label" | "find" | "onPick"> & { wired: Wired }) {
  const listId = useId();
  const [words, setWords] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { found } = useFound(words, find);
  const typed = (next: string) => {
    setWords(next);
    setOpen(true);
    setAt(0);
    onPick(null);
  };
  const pick = (choice: Choice) => {
    setWords(choice.words);
    setOpen(false);
    onPick(choice);
  };
  const pressed = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) setAt(isOpen ? around(at + step, found.length) : 0);
    if (step !== undefined) setOpen(true);
    else if (event.key === "Enter" && isOpen && found[at]) pick(found[at]);
    else if (event.key === "Escape" && isOpen) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="combo">
      <input
        className="input"
        type="text"
        role="combobox"
        autoComplete="off"
        placeholder="Type a name"
        {...wired}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(isOpen && found[at] ? { "aria-activedescendant": `${listId}-${at}` } : {})}
        value={words}
        onChange={(event) => typed(event.target.value)}
        onKeyDown={pressed}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <Choices id={listId} label={label} isOpen={isOpen} found={found} at={at} onPick={pick} />
    </div>
  );
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** From the last to the first and back. */
function around(index: number, count: number): number {
  return count === 0 ? 0 : (index + count) % count;
}

type ChoicesProps = {
  id: string;
  label: string;
  isOpen: boolean;
  found: Choice[];
  at: number;
  onPick: (choice: Choice) => void;
};

function Choices({ id, label, isOpen, found, at, onPick }: ChoicesProps) {
  const isEmpty = isOpen && found.length === 0;
  return (
    <>
      <div id={id} {...part.list} className="menu combo-list" aria-label={label} hidden={!isOpen || isEmpty}>
        {found.map((choice, index) => (
          <div
            key={choice.id}
            id={`${id}-${index}`}
            {...part.option}
            className="option"
            aria-selected={index === at}
            {...(index === at ? { "data-focused": true } : {})}
            // The press comes before the input loses the focus, which would close the list.
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(choice);
            }}
          >
            <span>{choice.words}</span>
            {choice.hint !== undefined && <small>{choice.hint}</small>}
          </div>
        ))}
      </div>
      <output className={isEmpty ? "menu combo-list nothing" : "vh"}>
        {isEmpty && "Nobody of that name whom you may see."}
      </output>
    </>
  );
}

const part = { list: { role: "listbox" }, option: { role: "option" } } as const;
