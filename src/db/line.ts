// How statements travel on one connection: what is sent before an answer is awaited goes in one write, since every trip
// costs the server and the database more than a small statement does.
import type postgres from "postgres";
import type { Line } from "./lines.ts";
import { type Sql, statementOf } from "./sql.ts";

/** Which role a transaction takes, and the setting that says in whose name. */
export type Enter = [role: string, setting: string, secret: string];

export type Send = (query: Sql) => Promise<postgres.RowList<postgres.Row[]>>;

/** A connection's use for one piece of work. What is sent before an answer is awaited travels together. */
export interface Way {
  send: Send;
  /** Rejected when the transaction could not even begin; nothing sent after it has an effect then. */
  entered: Promise<unknown>;
  /** Settled when everything has been kept, or taken back. */
  end(): Promise<unknown>;
  /** Takes back what has not ended; nothing of this way goes out on the line after it. */
  abandon(): Promise<unknown>;
}

export function inOneTransaction(line: Line, watch: Watch, enter: Enter, last: "commit" | "rollback"): Way {
  const entered = begin(line, watch, enter);
  return { send: senderOf(line), entered, end: () => line.unsafe(last), abandon: () => line.unsafe("rollback") };
}

/** For reading: statements that are sent in one go are a transaction, entered anew each time. */
export function inFlights(line: Line, watch: Watch, enter: Enter): Way {
  const send = senderOf(line);
  let isOpen = false;
  const landed: Promise<unknown>[] = [];
  const way: Way = { send: sendInFlight, entered: Promise.resolve(), end, abandon };
  function sendInFlight(query: Sql) {
    if (!isOpen) {
      isOpen = true;
      // Before the driver's own turn to write, which it takes at `begin`: so the commit goes with what it ends.
      setImmediate(land);
      way.entered = begin(line, watch, enter);
    }
    return send(query);
  }
  function land() {
    if (!isOpen) return;
    isOpen = false;
    landed.push(quiet(line.unsafe("commit").execute()));
  }
  function end() {
    land();
    return Promise.all(landed);
  }
  function abandon() {
    isOpen = false;
    return line.unsafe("rollback");
  }
  return way;
}

/** Told when the connection under a line is lost: the driver leaves what is still to be sent then without an answer. */
export class Watch {
  /** Why, once it is lost. */
  loss: Error | null = null;
  /** Of each answer that is still waited for, what tells its asker of the loss. */
  readonly #waiting = new Set<(error: Error) => void>();
  #connection: { onclose: ((error: Error) => void) | null } | undefined;
  readonly #tell = (error: Error) => {
    this.loss = error;
    for (const refuse of this.#waiting) refuse(error);
  };

  /** For a statement of the line: the driver's own transactions learn of their connection in the same way. */
  readonly options = {
    onexecute: (connection: { onclose: ((error: Error) => void) | null }) => {
      this.#connection = connection;
      connection.onclose = this.#tell;
      return true;
    },
  };

  /**
   * The answer, or the loss, whichever comes first. Not a race with one promise of the loss: that would hold every
   * answer until the end of the transaction.
   */
  orLost<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      const over = () => this.#waiting.delete(reject);
      answer.then(resolve, reject).finally(over);
      const { loss } = this;
      if (loss !== null) queueMicrotask(() => reject(loss));
    });
  }

  end(): void {
    if (this.#connection) this.#connection.onclose = null;
  }
}

function begin(line: Line, watch: Watch, [role, setting, secret]: Enter): Promise<unknown> {
  return quiet(
    Promise.all([
      line.unsafe("begin", [], watch.options as postgres.UnsafeQueryOptions).execute(),
      line`select set_config('role', ${role}, true), set_config(${setting}, ${secret}, true)`.execute(),
    ]),
  );
}

/** Not awaited at once; whoever awaits it later still learns of its failure. */
function quiet<T>(sent: Promise<T>): Promise<T> {
  sent.catch(() => undefined);
  return sent;
}

function senderOf(line: Line): Send {
  return (query) => {
    const { text, parameters } = statementOf(query);
    return line.unsafe(text, parameters as never[], { prepare: true }).execute();
  };
}
