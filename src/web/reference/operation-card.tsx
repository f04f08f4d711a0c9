// One operation of the API: closed its address and what it does, open all that one sends and gets.
import { useState } from "react";
import { type Column, Table } from "../ui/table.tsx";
import { curlOf, type Operation, type Parameter, type Row, rowsOf, type Schema, typeOf } from "./document.ts";

export function OperationCard({ operation }: { operation: Operation }) {
  const [isOpen, setOpen] = useState(false);
  const { id, method, path, summary } = operation;
  return (
    <details id={id} className="operation" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="operation-address">
          <b>{method}</b> <code>{path}</code>
        </span>
        <span>{summary}</span>
      </summary>
      {isOpen && <Inside operation={operation} />}
    </details>
  );
}

function Inside({ operation }: { operation: Operation }) {
  const { whoMay, parameters, body, reply } = operation;
  return (
    <div className="operation-inside">
      <p>{whoMay}</p>
      <pre className="operation-line">
        <code>{curlOf(operation, window.location.origin)}</code>
      </pre>
      {parameters.length > 0 && (
        <Table
          caption="What you say with the address"
          showCaption
          columns={parameterColumns}
          rows={parameters}
          keyOf={({ name }) => name}
        />
      )}
      {body && <Fields caption="What you send" schema={body} />}
      {operation.takesFiles && (
        <p className="small">
          This is one line of JSON. Behind its line break come the bytes of the files, one file behind the other.
        </p>
      )}
      {reply && <Fields caption="What you get" schema={reply} />}
    </div>
  );
}

function Fields({ caption, schema }: { caption: string; schema: Schema }) {
  const rows = rowsOf(schema);
  if (rows.length === 0)
    return (
      <p>
        {caption}: {typeOf(schema)}.
      </p>
    );
  const isTold = rows.some(({ description }) => description !== "");
  const columns = fieldColumns.filter(({ name }) => isTold || name !== told);
  return <Table caption={caption} showCaption columns={columns} rows={rows} keyOf={({ name }) => name} />;
}

const parameterColumns: Column<Parameter>[] = [
  { name: "Name", isName: true, cell: ({ name }) => <code>{name}</code>, width: "30%" },
  {
    name: "Where",
    cell: ({ in: where, required }) => `${whereWords[where]}${required ? "" : ", if you like"}`,
    width: "20%",
  },
  { name: "Kind", cell: ({ schema }) => typeOf(schema) },
  { name: "What it does", cell: ({ description, schema }) => description ?? schema.description ?? "" },
];

const whereWords: Record<Parameter["in"], string> = {
  path: "in the address",
  query: "behind the ?",
  header: "as a header",
};

const told = "What it says";
const fieldColumns: Column<Row>[] = [
  { name: "Name", isName: true, cell: ({ name }) => <code>{name}</code>, width: "40%" },
  { name: "Kind", cell: ({ type, isRequired }) => (isRequired ? type : `${type}; may be absent`) },
  { name: told, cell: ({ description }) => description },
];
