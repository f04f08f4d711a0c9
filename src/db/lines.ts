// The connections of a door. Each is a client of the driver with one connection, handed to one piece of work at a time:
// the driver's own pool loses whoever waits for a connection that breaks, and the place of that connection with it
// (porsager/postgres, issues 1195 and 1199). One that broke is thrown away, and the next asker gets a new one.
import postgres from "postgres";

export type Line = postgres.Sql;

export class Lines {
  readonly #open: () => Line;
  readonly #most: number;
  readonly #idle: Line[] = [];
  readonly #all = new Set<Line>();
  readonly #waiting: { take: (line: Line) => void; refuse: (error: Error) => void }[] = [];
  #isEnded = false;

  constructor(options: postgres.Options<Record<string, postgres.PostgresType>>) {
    this.#open = () => postgres({ ...options, max: 1 });
    this.#most = options.max ?? 10;
  }

  /**
   * A connection for one's own use, at once or when one is given back. Nothing is asked of the database yet. Rejected
   * once all of them end.
   */
  take(): Promise<Line> {
    if (this.#isEnded) return Promise.reject(ended());
    const idle = this.#idle.pop();
    if (idle !== undefined) return Promise.resolve(idle);
    if (this.#all.size < this.#most) return Promise.resolve(this.#opened());
    return new Promise((take, refuse) => this.#waiting.push({ take, refuse }));
  }

  give(line: Line): void {
    const next = this.#waiting.shift();
    if (next) next.take(line);
    else this.#idle.push(line);
  }

  /** Of a connection that broke: what is still under way on it has no effect any more. */
  drop(line: Line): void {
    this.#all.delete(line);
    void line.end({ timeout: 0 });
    const next = this.#waiting.shift();
    if (next) next.take(this.#opened());
  }

  /** Lets what is under way end, at most for so many seconds. */
  async end(seconds: number): Promise<void> {
    this.#isEnded = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(ended());
    await Promise.all([...this.#all].map((line) => line.end({ timeout: seconds })));
  }

  #opened(): Line {
    const line = this.#open();
    this.#all.add(line);
    return line;
  }
}

/** As the driver says it, so that whoever hears it takes it for a connection that is gone. */
function ended(): Error {
  return Object.assign(new Error("the connections are being closed"), { code: "CONNECTION_ENDED" });
}
