// Choosing among a few: segmented switch, tick.
import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

type Segment<Value extends string> = { value: Value; word: string; icon?: IconName; className?: string };
type SegmentedProps<Value extends string> = {
  legend: string;
  hideLegend?: boolean;
  options: readonly Segment<Value>[];
  value: Value;
  onValue: (value: Value) => void;
};

/** One of two to four, all in sight: radio buttons that look like a switch. */
export function Segmented<Value extends string>({
  legend,
  hideLegend,
  options,
  value,
  onValue,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className={hideLegend ? "vh" : ""}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={option.className ?? ""}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onValue(option.value)} />
          <span>
            {option.icon && <Icon name={option.icon} />}
            {option.word}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type TickProps = { children: ReactNode; hint?: ReactNode; onValue?: (isOn: boolean) => void } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "children"
>;

/** Yes or no, with its words at the right. `type="radio"` lists use plain inputs in a fieldset. */
export function Tick({ children, hint, onValue, ...rest }: TickProps) {
  const hintId = useId();
  return (
    <div>
      <label className="tick">
        <input
          type="checkbox"
          {...rest}
          {...(hint !== undefined ? { "aria-describedby": hintId } : {})}
          {...(onValue ? { onChange: (event) => onValue(event.target.checked) } : {})}
        />
        <span>{children}</span>
      </label>
      {hint !== undefined && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
