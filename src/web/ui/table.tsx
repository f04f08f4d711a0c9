// Tables that become cards on a phone. Their parts carry explicit roles, since a phone's layout would take them away.
import { type CSSProperties, type ReactNode, useId } from "react";

export interface Column<Row> {
  /** Its head on a desk, and the label of its cells on a phone. */
  name: string;
  cell: (row: Row) => ReactNode;
  /** Names the row: the cell becomes its header. One column only. */
  isName?: boolean;
  /** Numbers: aligned at the end. */
  end?: boolean;
  /** Say the head to screen readers only: actions. */
  hideName?: boolean;
  width?: string;
}

type TableProps<Row> = {
  /** What the rows are; said to screen readers unless `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The row that the address names: shown as chosen, scrolled to and focused. */
  marked?: string | undefined;
  /** For bulk acts: a first column of ticks. `nameOf` completes "Select ...". */
  picking?: { picked: ReadonlySet<string>; onPicked: (picked: Set<string>) => void; nameOf: (row: Row) => string };
  className?: string;
};

// Laid out as cards, a table's elements lose their roles in some browsers; these put them back.
const part = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
  name: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/** In a `Card flush`. Without rows show `Empty` instead. */
export function Table<Row>({
  caption,
  showCaption,
  columns,
  rows,
  keyOf,
  marked,
  picking,
  className,
}: TableProps<Row>) {
  const captionId = useId();
  return (
    <table className={`table stack${className ? ` ${className}` : ""}`} {...part.table} aria-labelledby={captionId}>
      <caption id={captionId} className={showCaption ? "" : "vh"}>
        {caption}
      </caption>
      <thead {...part.group}>
        <tr {...part.row}>
          {picking && <PickAll rows={rows} keyOf={keyOf} {...picking} />}
          {columns.map(({ name, end, hideName, width }) => (
            <th key={name} {...part.head} scope="col" className={end ? "end" : ""} style={{ width } as CSSProperties}>
              <span className={hideName ? "vh" : ""}>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...part.group}>
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            {...part.row}
            className={picking?.picked.has(keyOf(row)) ? "sel" : ""}
            {...(keyOf(row) === marked ? markedRow : {})}
          >
            {picking && <PickOne row={row} id={keyOf(row)} {...picking} />}
            {columns.map((column) => (
              <Cell key={column.name} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const markedRow = {
  "aria-current": true,
  className: "marked",
  tabIndex: -1,
  ref: (row: HTMLTableRowElement | null) => {
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  },
} as const;

function Cell<Row>({ column: { name, cell, isName, end, hideName }, row }: { column: Column<Row>; row: Row }) {
  if (isName)
    return (
      <th {...part.name} scope="row">
        {cell(row)}
      </th>
    );
  return (
    <td {...part.cell} className={end ? "end" : ""} {...(hideName ? {} : { "data-label": name })}>
      <div>{cell(row)}</div>
    </td>
  );
}

type Picking<Row> = NonNullable<TableProps<Row>["picking"]>;

function PickAll<Row>({ rows, keyOf, picked, onPicked }: Picking<Row> & Pick<TableProps<Row>, "rows" | "keyOf">) {
  const keys = rows.map(keyOf);
  const areAll = keys.length > 0 && keys.every((key) => picked.has(key));
  const areSome = keys.some((key) => picked.has(key));
  return (
    <td {...part.cell} className="pick">
      <label>
        <span className="vh">Select all rows shown</span>
        <input
          type="checkbox"
          checked={areAll}
          ref={(box) => {
            if (box) box.indeterminate = areSome && !areAll;
          }}
          onChange={() => onPicked(new Set(areAll ? [] : keys))}
        />
      </label>
    </td>
  );
}

function PickOne<Row>({ row, id, picked, onPicked, nameOf }: Picking<Row> & { row: Row; id: string }) {
  const toggled = () => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    onPicked(next);
  };
  return (
    <td {...part.cell} className="pick">
      <label>
        <span className="vh">Select {nameOf(row)}</span>
        <input type="checkbox" checked={picked.has(id)} onChange={toggled} />
      </label>
    </td>
  );
}
