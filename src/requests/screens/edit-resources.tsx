// Writing the school's own list of where to turn.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { kindWords, type Resource, resourceKinds, type ResourceList } from "../resource.ts";
import { getResources, putResources } from "../resource-contract.ts";

/** With a key of its own, so that taking one out leaves the others what was typed into them. */
type Row = Resource & { key: number };

export function EditResources({ list, onClose }: { list: ResourceList; onClose: () => void }) {
  const [rows, setRows] = useState<Row[]>(list.items.map((item, key) => ({ ...item, key })));
  const writing = useWrite(putResources, { invalidate: [getResources] });
  const change = (row: Row, changed: Partial<Resource>) =>
    setRows(rows.map((one) => (one.key === row.key ? { ...one, ...changed } : one)));
  const add = () => {
    const key = Math.max(0, ...rows.map((row) => row.key)) + 1;
    setRows([...rows, { kind: "confidential", name: "", reach: "", note: "", key }]);
  };
  const save = () =>
    writing.mutate(
      { version: list.version, items: rows.map(({ kind, name, reach, note }) => ({ kind, name, reach, note })) },
      {
        onSuccess: () => {
          toast("The list is written. Everyone in the school sees it now.");
          onClose();
        },
      },
    );
  return (
    <Dialog title="Where to turn" isOpen onClose={onClose}>
      <Form act="Write the list" busy={writing.isPending} error={writing.error} onSubmit={save}>
        {rows.map((row, at) => (
          <ResourceFields
            key={row.key}
            row={row}
            number={at + 1}
            fault={(field) => faultOf(writing.error, `items.${at}.${field}`)}
            onChange={(changed) => change(row, changed)}
            onOut={() => setRows(rows.filter((one) => one.key !== row.key))}
          />
        ))}
        <Button icon="plus" onClick={add}>
          Add one
        </Button>
      </Form>
    </Dialog>
  );
}

type FieldsProps = {
  row: Row;
  number: number;
  fault: (field: string) => string | undefined;
  onChange: (changed: Partial<Resource>) => void;
  onOut: () => void;
};

function ResourceFields({ row, number, fault, onChange, onOut }: FieldsProps) {
  return (
    <fieldset className="resource-edit">
      <legend className="vh">Number {number}</legend>
      <SelectField
        label="For what"
        options={resourceKinds.map((value) => ({ value: value as string, word: kindWords[value] }))}
        value={row.kind}
        onValue={(value) => onChange({ kind: resourceKinds.find((kind) => kind === value) ?? row.kind })}
      />
      <TextField label="Name" value={row.name} error={fault("name")} onValue={(name) => onChange({ name })} />
      <TextField
        label="How to reach it"
        hint="Telephone, address, hours."
        value={row.reach}
        error={fault("reach")}
        onValue={(reach) => onChange({ reach })}
      />
      <TextField
        label="What to know"
        hint="What it is good for, and what stays confidential there."
        value={row.note}
        error={fault("note")}
        onValue={(note) => onChange({ note })}
      />
      <div className="row">
        <Button small kind="quiet" onClick={onOut}>
          Take out<span className="vh"> number {number}</span>
        </Button>
      </div>
    </fieldset>
  );
}
