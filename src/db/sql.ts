// The one way to write SQL: a tagged template whose values always travel as parameters, never as text.

const fragment = Symbol("sql fragment");

export interface Sql {
  [fragment]: true;
  strings: readonly string[];
  values: readonly unknown[];
}

/** A statement or a piece of one; pieces may be nested in other templates. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  return { [fragment]: true, strings, values };
}

/** A table's or a column's name. Only for names that stand in our own source, never for what somebody sent. */
export function named(name: string): Sql {
  if (!/^[a-z_]+$/.test(name)) throw new Error(`"${name}" is no name of ours`);
  return { [fragment]: true, strings: [name], values: [] };
}

/** Pieces joined by a comma or another separator. Empty lists give `null`, which fits `in (...)` and `any`. */
export function joined(pieces: Sql[], separator: ", " | " and " | " or " = ", "): Sql {
  if (pieces.length === 0) return sql`null`;
  return pieces.reduce((before, piece) => ({
    [fragment]: true,
    strings: ["", separator, ""],
    values: [before, piece],
  }));
}

/** Those of the conditions that somebody asked for, joined by "and". A statement without the others gets the better plan. */
export function all(conditions: (Sql | null)[]): Sql {
  const asked = conditions.filter((condition) => condition !== null);
  return asked.length === 0 ? sql`true` : joined(asked, " and ");
}

/** The condition for a value that somebody may have asked for. */
export function asked<T>(value: T | null | undefined, condition: (value: T) => Sql): Sql | null {
  return value === null || value === undefined ? null : condition(value);
}

/** The statement's text with $1, $2, ... and its parameters in that order. */
export function statementOf(query: Sql): { text: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const textOf = ({ strings, values }: Sql): string =>
    strings.reduce((text, piece, at) => {
      const value = values[at - 1];
      if (isSql(value)) return text + textOf(value) + piece;
      parameters.push(value === undefined ? null : value);
      return `${text}$${parameters.length}${piece}`;
    });
  return { text: textOf(query), parameters };
}

function isSql(value: unknown): value is Sql {
  return typeof value === "object" && value !== null && fragment in value;
}
