// A month, half hour by half hour: a school's people act, one server sends their mail and is killed on the way, and at
// each half hour what a mail server said yes to is held against what docs/mail.md says is due.
import { type Mailbox, openMailbox, type Taken } from "./mailbox.ts";
import { actsOf } from "./month-acts.ts";
import { halfHourMs, secretWord } from "./month-meetings.ts";
import { Oracle, signOf } from "./month-oracle.ts";
import { dayMs, openMonthWorld, openSchool, type School, seeded, signInAgain } from "./month-school.ts";
import { serveOn, type Server, stopClocks, timeOf } from "./simulated.ts";

export interface MonthReport {
  days: number;
  acts: number;
  kills: number;
  /** Of these, while a message was on its way to the mail server, or right after its yes. */
  killsInFlight: number;
  /** Messages that docs/mail.md says are due. */
  due: number;
  missing: number;
  unexpected: number;
  /** Taken once more, under the same Message-ID, by a server that came after the one that was killed. */
  again: number;
  /** Taken once more by the same server, or under another Message-ID. */
  doubled: number;
  inQuietHours: number;
  turnedOff: number;
  telling: number;
}

/** Longer than a server's hold on what it has begun to send. */
const holdMs = 6 * 60_000;
const timeZone = "America/New_York";
/** The night on which the clock goes back is in each month, however short. */
const autumn = Date.parse("2026-11-02T05:00:00Z");

const nothing = { missing: 0, unexpected: 0, again: 0, doubled: 0, inQuietHours: 0, turnedOff: 0, telling: 0 };

interface Month {
  school: School;
  box: Mailbox;
  server: Server;
  report: MonthReport;
  say(line: string): void;
  start(): Server;
}

export async function simulateMonth(days: number, kills: number, say: (line: string) => void): Promise<MonthReport> {
  const rough = autumn - Math.min(days, 21) * dayMs;
  stopClocks(rough - 120 * dayMs);
  const oracle = new Oracle(timeZone);
  const begins = oracle.civilInstant(rough + dayMs / 2, 0, "00:00");
  const world = await openMonthWorld();
  const time = await timeOf(world.database);
  const school = await openSchool(time, world, oracle, begins);
  const box = await openMailbox();
  const start = () => {
    box.run++;
    return serveOn(world.database, box.url);
  };
  const report = { days, acts: 0, kills: 0, killsInFlight: 0, due: 0, ...nothing };
  const month: Month = { school, box, server: start(), report, say, start };
  try {
    await month.server.rested();
    box.taken.length = 0;
    await live(month, begins, kills);
    return report;
  } finally {
    month.server.kill();
    await month.server.ended;
    await box.close();
    await time.end();
    await world.door.close();
  }
}

async function live(month: Month, begins: number, kills: number): Promise<void> {
  const { school, report } = month;
  const acting = actsOf(school, begins);
  const chance = seeded(11);
  const ends = school.oracle.civilInstant(begins + dayMs / 2, report.days, "00:00");
  const most = (ends - begins) / halfHourMs;
  // One in each part of the month, so that they are as many as were asked for.
  const strikes = Array.from({ length: kills }, (_, at) => Math.floor(((at + 0.85 * chance()) * most) / kills));
  let armed = 0;
  for (let step = 0; step < most; step++) {
    const at = begins + step * halfHourMs;
    if (step % 48 === 0) await school.time.at(at, () => signInAgain(school));
    armed += strikes.filter((strike) => strike === step).length;
    const isStruck = armed > 0 && arm(month, (report.kills + 1) % 3, chance());
    await school.time.at(at, async () => {
      report.acts += await acting.act();
    });
    const expected = school.oracle.leave(at);
    const hasRested = await month.server.rested();
    disarm(month);
    if (isStruck && !hasRested) {
      armed--;
      await recover(month, at);
    }
    judge(month, expected);
  }
}

/** How the next one dies: at some moment, before the mail server's yes, or right after it. Always true. */
function arm({ box, server, report }: Month, how: number, chance: number): boolean {
  let isDone = false;
  const strike = (inFlight: number): true => {
    if (isDone) return true;
    isDone = true;
    report.kills++;
    report.killsInFlight += inFlight;
    server.kill();
    return true;
  };
  if (how === 0) setTimeout(() => strike(0), chance * 40);
  else if (how === 1) box.beforeYes = () => !isDone && strike(1);
  else box.afterYes = () => void strike(1);
  return true;
}

function disarm({ box }: Month): void {
  box.beforeYes = () => false;
  box.afterYes = () => undefined;
}

/** The next server finds what the dead one held once its hold is over. */
async function recover(month: Month, at: number): Promise<void> {
  await month.server.ended;
  month.server = month.start();
  await month.server.rested();
  await month.school.time.at(at + holdMs);
  await month.server.rested();
}

/** What was taken at this half hour against what is due, and each message by itself. */
function judge({ school, box, report, say }: Month, expected: string[]): void {
  const at = new Date(school.time.now()).toISOString();
  const firsts = new Map<string, Taken>();
  const taken = box.taken.splice(0);
  for (const one of taken) {
    const first = firsts.get(one.messageId);
    if (first === undefined) firsts.set(one.messageId, one);
    else if (first.run === one.run) report.doubled++;
    else report.again++;
    examine({ school, report, say }, one);
  }
  const signs = [...firsts.values()].map(signOf);
  report.due += expected.length;
  for (const sign of expected) {
    const found = signs.indexOf(sign);
    if (found >= 0) signs.splice(found, 1);
    else {
      report.missing++;
      say(`${at} missing: ${sign}`);
    }
  }
  for (const sign of signs) say(`${at} unexpected: ${sign}`);
  report.unexpected += signs.length;
}

function examine({ school, report, say }: Pick<Month, "school" | "report" | "say">, one: Taken): void {
  const { oracle, world, time, meeting } = school;
  const who = one.to.split("@")[0] ?? "";
  if (oracle.isQuiet(who, time.now())) report.inQuietHours++;
  const kinds = signOf(one).match(/[a-z-]+(?= \/)/g) ?? [];
  if (kinds.some((kind) => oracle.isOff(who, kind as never))) report.turnedOff++;
  // A signed link and an id are chance letters, in which a short name may stand.
  const letter = `${one.subject}\n${one.text}`.replaceAll(/\/act\/\S+|[0-9a-f-]{36}/g, "").toLowerCase();
  const entry = one.calendar
    .replaceAll(/\r?\n[ \t]/g, "")
    .replaceAll(new RegExp(`${one.to}|[0-9a-f-]{36}`, "g"), "")
    .toLowerCase();
  const program = meeting.find(({ learner, educator }) => who === learner || who === educator)?.program;
  // The charter of advising keeps an education record: its calendar entry may name the program and the place.
  const secrets = program === "advising" ? [] : [secretWord, "advising", "coaching", "mentoring"];
  const told =
    [secretWord, "advising", "coaching", "mentoring"].some((word) => letter.includes(word)) ||
    secrets.some((word) => entry.includes(word)) ||
    Object.keys(world.people).some((name) => letter.includes(name) || entry.includes(name));
  if (!told) return;
  report.telling++;
  say(`tells too much: ${letter} ${entry}`);
}
