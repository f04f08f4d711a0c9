// Work that takes a while and whose length is known.
import { useId } from "react";
import { Button } from "./button.tsx";

type ProgressProps = {
  /** What is going on: "Reading evaluations.csv". */
  label: string;
  done: number;
  of: number;
  /** Beside the bar: "41,200 of 100,000 rows". The percentage when absent. */
  words?: string;
  onCancel?: () => void;
};

/** How far a known amount of work has come. */
export function Progress({ label, done, of, words, onCancel }: ProgressProps) {
  const id = useId();
  const percent = of === 0 ? 100 : Math.floor((100 * done) / of);
  return (
    <div className="progress">
      <div className="row spread">
        <label htmlFor={id}>{label}</label>
        <span className="num muted">{words ?? `${percent}%`}</span>
      </div>
      <progress id={id} max={of === 0 ? 1 : of} value={of === 0 ? 1 : done} />
      {onCancel && (
        <div>
          <Button small onClick={onCancel}>
            Stop
          </Button>
        </div>
      )}
    </div>
  );
}
