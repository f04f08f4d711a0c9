// The box in which a learner writes what they need; and a way past it, for who knows already whom it is for.
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { programs } from "../../programs/program.ts";
import { Button } from "../../web/ui/button.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { needAudience } from "../audience.ts";
import type { Destination } from "../destination.ts";
import { putAs } from "../saying.ts";

type FormProps = {
  /** Something was sent before: the next need is written where that one was. */
  isNext: boolean;
  onAsk: (words: string) => void;
  /** The learner knows already which of the three it is. */
  onStart: (words: string, chosen: Destination) => void;
  onUrgent: () => void;
  /** Where to turn, where it comes first: before the other ways to go on. */
  children?: ReactNode;
};

export function AskForm({ isNext, onAsk, onStart, onUrgent, children }: FormProps) {
  const id = useId();
  const [words, setWords] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isNext) box.current?.focus();
  }, [isNext]);
  const [isLacking, setLacking] = useState(false);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = words.trim() === "";
    setLacking(isEmpty);
    if (isEmpty) box.current?.focus();
    else onAsk(words);
  };
  return (
    <form className="ask-form" onSubmit={ask}>
      <div className="ask-box">
        <label className="vh" htmlFor={id}>
          What you need
        </label>
        <textarea
          ref={box}
          id={id}
          rows={2}
          maxLength={4000}
          aria-describedby={isLacking ? `${id}-error ${id}-hint` : `${id}-hint`}
          aria-invalid={isLacking || undefined}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setLacking(false);
          }}
        />
        <Button type="submit" kind="primary">
          Find the right person
        </Button>
      </div>
      <BoxNotes id={id} isLacking={isLacking} />
      {children}
      <Starts onStart={(chosen) => onStart(words, chosen)} onUrgent={onUrgent} />
    </form>
  );
}

/** What is missing, and what becomes of the words. */
function BoxNotes({ id, isLacking }: { id: string; isLacking: boolean }) {
  return (
    <>
      {isLacking && (
        <p className="error" id={`${id}-error`}>
          <Icon name="alert" />
          <span>Write what you need first, or choose below whom it is for.</span>
        </p>
      )}
      <div className="row ask-hint">
        <p className="hint" id={`${id}-hint`}>
          Your words are not kept, and not sent, unless you send them.
        </p>
        <SeenChip of="what you typed" audience={needAudience} />
      </div>
    </>
  );
}

type StartsProps = { onStart: (chosen: Destination) => void; onUrgent: () => void };

function Starts({ onStart, onUrgent }: StartsProps) {
  return (
    <ul className="row starts" role="list" aria-label="Or choose yourself">
      {programs.map((program) => (
        <li key={program}>
          <button type="button" className={`start ${laneOf(program).className}`} onClick={() => onStart(program)}>
            <Icon name={laneOf(program).icon} />
            {putAs[program]}
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="start" onClick={onUrgent}>
          <Icon name="help" />
          Urgent or confidential
        </button>
      </li>
    </ul>
  );
}
