// The rules of signing in: what a password must be, how long a session lasts, how often one may try.
import { Refusal } from "../core/refusal.ts";

export const passwordLengthLeast = 15;
export const passwordLengthMost = 256;
export const sessionHours = 12;
export const invitationDays = 14;
/** Tries that fail in a quarter of an hour: of one account, and from one address, which a whole campus may share. */
export const attemptsMost = { account: 10, address: 100 };
export const attemptMinutes = 15;

const common = [
  "password",
  "passwort",
  "qwertyuiop",
  "letmein",
  "iloveyou",
  "welcome",
  "administrator",
  "changeme",
  "chiron",
  "medicalschool",
  "correcthorsebatterystaple",
];

/** Rows of the keyboard, the alphabet and counting: typed on, and from either end. */
const runs = [
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "qwertzuiop",
  "asdfghjkl",
  "zxcvbnm",
  "01234567890123456789",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb",
].flatMap((run) => [run, [...run].toReversed().join("")]);

/**
 * Length and a block-list, no composition rules (NIST SP 800-63B-4).
 *
 * @returns `password.length` or `password.common`, naming the field and the fix, or null when it is fine.
 */
export function passwordRefusal(password: string, about: string[]): Refusal | null {
  const length = [...password].length;
  if (length < passwordLengthLeast || length > passwordLengthMost)
    return refused(
      "password.length",
      `Use ${passwordLengthLeast} to ${passwordLengthMost} characters. A sentence works well.`,
    );
  const plain = password
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  const words = about.flatMap((one) =>
    one
      .normalize("NFKC")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  const rest = [...common, ...words.filter((word) => word.length > 3)].reduce(
    (left, word) => left.replaceAll(word, ""),
    plain,
  );
  if (new Set(withoutRuns(rest)).size < 5)
    return refused("password.common", "This one is easy to guess. Use words that do not belong together.");
  return null;
}

/** Without every stretch of four signs or more that stands in a run. */
function withoutRuns(text: string): string {
  let left = "";
  for (let at = 0; at < text.length;) {
    let length = 0;
    while (at + length < text.length && runs.some((run) => run.includes(text.slice(at, at + length + 1)))) length += 1;
    if (length < 4) left += text[at];
    at += length < 4 ? 1 : length;
  }
  return left;
}

const browsers = [/(Edg)e?\//, /(Firefox)\//, /(Chrom)e\//, /(Chrom)ium\//, /(Safari)\//];
const browserWords: Record<string, string> = { Edg: "Edge", Chrom: "Chrome" };
const systems = [/(Android)/, /(iPhone|iPad)/, /(Windows)/, /(Mac) OS/, /(Linux)/];

/** "Firefox on Linux": as much of the browser's own words as one needs to know one's sign-ins apart. */
export function deviceOf(userAgent: string): string {
  const first = (patterns: RegExp[]) => patterns.map((pattern) => pattern.exec(userAgent)?.[1]).find(Boolean);
  const browser = first(browsers);
  const system = first(systems);
  if (browser === undefined) return "Another program";
  const word = browserWords[browser] ?? browser;
  return system === undefined ? word : `${word} on ${system}`;
}

export const passkeyMinutes = 5;
export const keyDaysMost = 366;

function refused(rule: string, because: string): Refusal {
  return new Refusal("invalid", rule, because, [{ field: "password", because }]);
}
