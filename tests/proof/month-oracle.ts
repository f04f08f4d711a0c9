// Which mails are due in a month, said a second time from docs/mail.md and docs/meetings.md alone: nothing here reads the
// outbox or shares a line with it. Acts tell it what happened; it says who is to get what at which half hour.
export interface Hours {
  quietFrom: string;
  quietUntil: string;
  digestAt: string;
}

interface Occasion {
  kind: Kind;
  /** What it is about: whatever settles that drops it. */
  about: string;
  due: number;
  /** The address that it leads to. */
  path: string;
  /** Of a calendar entry: its state and sequence. */
  entry: string;
  /** Asked once more when it would leave. */
  isStill: () => boolean;
}

/** Each kind's way unless somebody chose another, and words that are in no other kind's sentence. */
const kinds = {
  proposal: ["at once", "A proposal waits for your answer."],
  "proposal-reminder": ["at once", "A proposal still waits"],
  signature: ["digest", "Ground rules wait for your signature."],
  "in-force": ["digest", "signed by both"],
  ended: ["digest", "has come to its end"],
  request: ["at once", "Somebody asks you something."],
  "office-request": ["digest", "A request waits for your office"],
  "request-news": ["at once", "There is news of something that you asked."],
  meeting: ["at once", "is proposed, confirmed, moved or cancelled."],
  "meeting-reminder": ["digest", "You have a meeting within two days."],
  "meeting-log": ["at once", "Say whether it took place"],
  "meeting-silent": ["digest", "have not met for longer"],
} as const;
export type Kind = keyof typeof kinds;

const staleMs = 14 * 86_400_000;
const firstHours: Hours = { quietFrom: "20:00", quietUntil: "07:00", digestAt: "07:30" };

export class Oracle {
  readonly #pending = new Map<string, Occasion[]>();
  readonly #ways = new Map<string, string>();
  readonly #hours = new Map<string, Hours>();
  /** The last civil day on which somebody's daily mail left. */
  readonly #digests = new Map<string, string>();
  readonly #timeZone: string;

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  choose(who: string, kind: Kind, how: "at once" | "digest" | "off"): void {
    this.#ways.set(`${who} ${kind}`, how);
  }

  keepHours(who: string, hours: Hours): void {
    this.#hours.set(who, hours);
  }

  isOff(who: string, kind: Kind): boolean {
    return this.#wayOf(who, kind) === "off";
  }

  /** Somebody is to be told, from that instant on. */
  tell(who: string, told: Pick<Occasion, "kind" | "about" | "due" | "path"> & Partial<Occasion>): void {
    const list = this.#pending.get(who) ?? [];
    list.push({ entry: "", isStill: () => true, ...told });
    this.#pending.set(who, list);
  }

  /** What is settled before its mail leaves needs none. */
  settle(about: string, of: readonly Kind[], only?: string): void {
    for (const [who, list] of this.#pending)
      if (only === undefined || only === who)
        this.#pending.set(
          who,
          list.filter((one) => one.about !== about || !of.includes(one.kind)),
        );
  }

  /** What leaves at that instant, each as `signOf` reads it off a message: "who: ...". */
  leave(at: number): string[] {
    const leaving: string[] = [];
    const { day, hour } = this.#civil(at);
    for (const [who, list] of this.#pending) {
      const due = list.filter((one) => one.due <= at && one.due >= at - staleMs && !this.isOff(who, one.kind));
      if (due.length === 0 || this.isQuiet(who, at)) continue;
      const alone = due.filter(({ kind }) => this.#wayOf(who, kind) === "at once");
      const isTheirHour = hour >= (this.#hours.get(who) ?? firstHours).digestAt && this.#digests.get(who) !== day;
      const together = isTheirHour ? due.filter((one) => !alone.includes(one)) : [];
      if (together.length > 0) this.#digests.set(who, day);
      const gone = new Set([...alone, ...together]);
      this.#pending.set(
        who,
        list.filter((one) => !gone.has(one)),
      );
      leaving.push(...alone.filter((one) => one.isStill()).map((one) => `${who}: ${lineOf(one)} ${one.entry}`.trim()));
      const lines = [...new Set(together.filter((one) => one.isStill()).map(lineOf))].toSorted();
      if (lines.length > 0) leaving.push(`${who}: daily ${lines.join(", ")}`);
    }
    return leaving;
  }

  isQuiet(who: string, at: number): boolean {
    const { hour } = this.#civil(at);
    const { quietFrom, quietUntil } = this.#hours.get(who) ?? firstHours;
    return quietFrom <= quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil;
  }

  /** The instant of that time of day, so many days after the civil day of `from`. */
  civilInstant(from: number, days: number, hour: string): number {
    const guess = Date.parse(`${this.#civil(from).day}T${hour}:00Z`) + days * 86_400_000;
    const seen = this.#civil(guess);
    return guess + (guess - Date.parse(`${seen.day}T${seen.hour}:00Z`));
  }

  #wayOf(who: string, kind: Kind): string {
    return this.#ways.get(`${who} ${kind}`) ?? kinds[kind][0];
  }

  #civil(at: number): { day: string; hour: string } {
    const [day = "", time = ""] = new Date(at).toLocaleString("sv-SE", { timeZone: this.#timeZone }).split(" ");
    return { day, hour: time.slice(0, 5) };
  }
}

const lineOf = ({ kind, path }: Pick<Occasion, "kind" | "path">) => `${kind} ${path}`;

/** What a message says, in the oracle's words: its kinds in the order of their names, and the pages they lead to. */
export function signOf({
  to,
  subject,
  text,
  calendar,
}: Record<"to" | "subject" | "text" | "calendar", string>): string {
  const said = [...text.matchAll(/^(.+):\r?\nhttps:\/\/guidance\.example\.edu(\/\S*)$/gm)].flatMap(
    ([, sentence = "", path = ""]) => (path.startsWith("/act/") ? [] : [`${kindSaying(sentence)} ${path}`]),
  );
  const who = to.split("@")[0];
  if (subject === "What waits for you in Chiron") return `${who}: daily ${[...new Set(said)].toSorted().join(", ")}`;
  const of = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(calendar)?.[1] ?? "";
  const entry = calendar === "" ? "" : [of("UID").split("@")[0], of("STATUS"), of("SEQUENCE")].join(" ");
  return `${who}: ${said.join(", ")} ${entry}`.trim();
}

function kindSaying(sentence: string): string {
  return Object.entries(kinds).find(([, [, words]]) => sentence.includes(words))?.[0] ?? `unknown (${sentence})`;
}
