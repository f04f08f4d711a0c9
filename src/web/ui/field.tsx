// One question of a form: its label, hint and error, tied to the control for every reader.
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from "react";
import { Icon } from "./icon.tsx";

/** What ties a control to its field: spread it on the `<input>`. */
export type Wired = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** The fault with its fix, usually `faultOf(error, "name")`. */
  error?: string | undefined;
  /** Say the label to screen readers only: filters with a heading above. */
  hideLabel?: boolean;
};

/** Label, hint and error around any control: `<Field label="Day">{(wired) => <input className="input" {...wired} />}</Field>`. */
export function Field({
  label,
  hint,
  error,
  hideLabel,
  children,
}: FieldProps & { children: (wired: Wired) => ReactNode }) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={`field${error ? " invalid" : ""}`}>
      <label htmlFor={id} className={hideLabel ? "vh" : ""}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
      {children({
        id,
        ...(described ? { "aria-describedby": described } : {}),
        ...(error ? { "aria-invalid": true as const } : {}),
      })}
    </div>
  );
}

type Control<T> = FieldProps & { onValue?: (value: string) => void } & Omit<T, "id">;

/** One line: text, email, password, number, date (`type`). `onValue` gets the text. */
export function TextField({
  label,
  hint,
  error,
  hideLabel,
  onValue,
  ...rest
}: Control<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field {...{ label, hint, error, hideLabel: hideLabel ?? false }}>
      {(wired) => <input className="input" type="text" {...rest} {...wired} {...heard(onValue)} />}
    </Field>
  );
}

/** Several lines. */
export function TextArea({
  label,
  hint,
  error,
  hideLabel,
  onValue,
  ...rest
}: Control<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field {...{ label, hint, error, hideLabel: hideLabel ?? false }}>
      {(wired) => <textarea className="input" rows={3} {...rest} {...wired} {...heard(onValue)} />}
    </Field>
  );
}

export type Option = { value: string; word: string };

/** One of a short, known list; the system's own select. For people, use `PersonPicker`. */
export function SelectField({
  label,
  hint,
  error,
  hideLabel,
  options,
  onValue,
  ...rest
}: Control<SelectHTMLAttributes<HTMLSelectElement>> & { options: readonly Option[] }) {
  return (
    <Field {...{ label, hint, error, hideLabel: hideLabel ?? false }}>
      {(wired) => (
        <select {...rest} {...wired} {...heard(onValue)}>
          {options.map(({ value, word }) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function heard(onValue: ((value: string) => void) | undefined) {
  return onValue ? { onChange: (event: { target: { value: string } }) => onValue(event.target.value) } : {};
}
