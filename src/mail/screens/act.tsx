// The page behind a signed link of a mail: what it does, what can be said with it, and one button. Opening it does
// nothing yet.
import { useRead, useWrite } from "../../web/ask.ts";
import { capitalised } from "../../core/capitalised.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { type ActField, doAct, getAct } from "../act-contract.ts";

export function ActScreen({ token }: { token: string }) {
  const { data, error } = useRead(getAct, { params: { token } });
  const doing = useWrite(doAct, { params: { token }, invalidate: [] });
  if (doing.data) return <Page title="Done" lede={doing.data.done} />;
  if (error?.status === 409 || doing.error?.status === 409) return <Over />;
  if (!data) return <Waiting error={error} />;
  return (
    <Page title={data.question}>
      <Card className="section">
        <Form
          act={data.button}
          busy={doing.isPending}
          error={doing.error}
          fields={Object.fromEntries(data.fields.map(({ name, label }) => [name, label]))}
          onSubmit={(values) => doing.mutate(saidIn(data.fields, values))}
        >
          {data.fields.map((field) => (
            <Control key={field.name} field={field} />
          ))}
        </Form>
      </Card>
      <p className="small muted">The link works once. Nothing happens before you press the button.</p>
    </Page>
  );
}

/** What was left empty is not said. */
function saidIn(fields: readonly ActField[], values: Record<string, string>): Record<string, string | number> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const text = (values[name] ?? "").trim();
      return text === "" ? [] : [[name, kind === "number" ? Number(text) : text]];
    }),
  );
}

function Control({ field: { name, label, hint, kind, options } }: { field: ActField }) {
  if (kind === "choice") {
    const words = options.map((value) => ({ value, word: capitalised(value) }));
    return <SelectField label={label} name={name} options={[{ value: "", word: hint }, ...words]} />;
  }
  return <TextField label={label} name={name} hint={hint} {...(kind === "number" ? { type: "number" } : {})} />;
}

/** Used, out of date, or never one: nobody is told which. */
function Over() {
  return (
    <Page
      title="This link does nothing any more"
      lede="It was used, or it is out of date. You can do the same where you sign in."
    >
      <div className="row">
        <ButtonLink href="/">Sign in</ButtonLink>
      </div>
    </Page>
  );
}
