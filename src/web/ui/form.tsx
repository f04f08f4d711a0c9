// A form: its refusal above, its fields, its one act below.
import type { ReactNode } from "react";
import type { AskError } from "../ask.ts";
import { Button } from "./button.tsx";
import { Problem } from "./problem.tsx";

type FormProps = {
  /** Gets the text of every named control, by its `name`. Unticked boxes are absent. */
  onSubmit: (values: Record<string, string>) => void;
  /** The act in its own words: "Save the charter". */
  act: string;
  busy?: boolean;
  error?: AskError | null;
  /** Words on screen by field name, for `Problem`. */
  fields?: Record<string, string>;
  /** Beside the act: a way out, or why it cannot be done yet. */
  beside?: ReactNode;
  children: ReactNode;
};

/** Enter submits. The browser checks nothing itself: refusals come from the rules, in our words. */
export function Form({ onSubmit, act, busy, error, fields, beside, children }: FormProps) {
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        const values = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
          typeof value === "string" ? [[name, value] as const] : [],
        );
        onSubmit(Object.fromEntries(values));
      }}
    >
      <Problem error={error} {...(fields ? { fields } : {})} />
      {children}
      <div className="row">
        <Button type="submit" kind="primary" busy={busy ?? false}>
          {act}
        </Button>
        {beside}
      </div>
    </form>
  );
}
