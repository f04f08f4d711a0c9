// What changed in the library, as an Atom feed (RFC 4287). It says what everybody in the school reads, and nobody's name.
import { createHash } from "node:crypto";
import { z } from "zod";
import { Instant } from "../core/shapes.ts";
import { Key } from "./source.ts";
import { Kind, Lapsed, lapsedWords, stateWords } from "./standing.ts";

export const Change = z.object({
  kind: Kind,
  key: Key,
  version: z.number().int(),
  /** Of an article its title, of a claim what it says. */
  title: z.string(),
  because: z.string(),
  change: z.enum(["submitted", "approved", "under review"]),
  lapsed: Lapsed.nullable(),
  at: Instant,
});
export type Change = z.infer<typeof Change>;

export interface Feed {
  schoolId: string;
  school: string;
  /** Of the address: when a feed without an entry was last changed. */
  madeAt: string;
  /** The newest first. */
  changes: readonly Change[];
}

/** The same changes give the same bytes. `self`: the address under which it was asked for. */
export function atomText({ schoolId, school, madeAt, changes }: Feed, origin: string, self: string): string {
  const title = `Library of ${school}`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-US">
  <id>${idOf(schoolId)}</id>
  <title>${xml(title)}</title>
  <updated>${changes[0]?.at ?? madeAt}</updated>
  <author><name>${xml(title)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(origin + self)}"/>
  <link rel="alternate" type="text/html" href="${xml(origin)}/library"/>
  <generator>Chiron</generator>
${changes.map((change) => entryOf(change, schoolId, origin)).join("")}</feed>
`;
}

function entryOf(entry: Change, schoolId: string, origin: string): string {
  const { kind, key, version, title, change, at } = entry;
  const page = kind === "claim" ? `/library/claims/${key}` : `/library/${key}`;
  return `  <entry>
    <id>${idOf(schoolId, kind, key, String(version), change)}</id>
    <title>${xml(`${stateWords[change]}: ${title}`)}</title>
    <updated>${at}</updated>
    <link rel="alternate" type="text/html" href="${xml(`${origin}${page}?version=${version}`)}"/>
    <category term="${change}"/>
    <summary>${xml(summaryOf(entry))}</summary>
  </entry>
`;
}

/** Like the page's: what is not approved carries its caution here, too. */
function summaryOf({ kind, version, because, change, lapsed }: Change): string {
  const told = `${kind === "claim" ? "Claim" : "Article"}, version ${version}: ${because.replace(/[.\s]+$/, "")}.`;
  if (change === "approved") return told;
  const why = lapsed === null ? "" : ` ${lapsedWords[lapsed]}`;
  return `${told}${why} Exercise caution: pending human review.`;
}

/** Stays, whatever the server is called: made of what it is about, in the form of a UUID (RFC 9562, version 8). */
function idOf(...parts: string[]): string {
  const bytes = createHash("sha256").update(parts.join("\n")).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
}

const named: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Without the signs that XML 1.0 has no place for. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (sign) => named[sign] ?? sign);
}
