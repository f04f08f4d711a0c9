// A door that writes down what passes through it: the statements of a request, as they go to the database.
import type { Door, Tx } from "../../src/db/door.ts";
import { type Sql, statementOf } from "../../src/db/sql.ts";
import type { Flight } from "./bare.ts";

export function recorded(door: Door): { door: Door; taken(): Flight[] } {
  let flights: Flight[] = [];
  const heard = (tx: Tx): Tx => {
    const note = (query: Sql) => {
      flights.push(statementOf(query));
      return query;
    };
    return {
      rows: (shape, query) => tx.rows(shape, note(query)),
      maybe: (shape, query) => tx.maybe(shape, note(query)),
      one: (shape, query) => tx.one(shape, note(query)),
      run: (query) => tx.run(note(query)),
    };
  };
  return {
    door: {
      asSession: (secret, work, options) => door.asSession(secret, (tx) => work(heard(tx)), options),
      asSteward: (work, options) => door.asSteward((tx) => work(heard(tx)), options),
      keyFor: (purpose) => door.keyFor(purpose),
      close: () => door.close(),
    },
    taken: () => {
      const all = flights;
      flights = [];
      return all;
    },
  };
}
