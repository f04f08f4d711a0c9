// The hours of one day: from and to, as often as needed.
import { Button, IconButton } from "../../web/ui/button.tsx";
import { TextField } from "../../web/ui/field.tsx";
import type { Hours } from "../availability.ts";

const hoursMost = 6;

export function HoursRow({
  word,
  hours,
  onHours,
}: {
  word: string;
  hours: Hours[];
  onHours: (hours: Hours[]) => void;
}) {
  const set = (at: number, part: Partial<Hours>) =>
    onHours(hours.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const add = () => {
    const last = hours.at(-1)?.to;
    onHours([...hours, last === undefined ? { from: "09:00", to: "12:00" } : { from: last, to: "24:00" }]);
  };
  return (
    <li className="hours-row">
      <h3>{word}</h3>
      <div className="hours-of">
        {hours.length === 0 && <span className="muted">No hours</span>}
        {hours.map((span, at) => (
          // Spans have no name of their own but their place.
          // oxlint-disable-next-line no-array-index-key
          <Span
            key={at}
            word={word}
            span={span}
            onSpan={(part) => set(at, part)}
            onOut={() => onHours(hours.toSpliced(at, 1))}
          />
        ))}
      </div>
      {hours.length < hoursMost && (
        <Button small icon="plus" onClick={add}>
          Add<span className="vh"> hours on {word}</span>
        </Button>
      )}
    </li>
  );
}

type SpanProps = { word: string; span: Hours; onSpan: (part: Partial<Hours>) => void; onOut: () => void };

function Span({ word, span: { from, to }, onSpan, onOut }: SpanProps) {
  return (
    <div className="hours-span">
      <TextField
        label={`${word}, from`}
        hideLabel
        type="time"
        value={from}
        onValue={(value) => onSpan({ from: value })}
      />
      <span aria-hidden="true">to</span>
      <TextField
        label={`${word}, to`}
        hideLabel
        type="time"
        value={to === "24:00" ? "00:00" : to}
        onValue={(value) => onSpan({ to: value === "00:00" ? "24:00" : value })}
      />
      <IconButton icon="x" label={`Take ${from} to ${to} of ${word} out`} onClick={onOut} />
    </div>
  );
}
