// Where a claim comes from, with the identifiers under which others find it, and whether it is retracted.
import { z } from "zod";
import { Day } from "../core/shapes.ts";
import { unmarked } from "../core/unmarked.ts";

export const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "A key is 1 to 60 small letters, digits and hyphens.");

const identifier = (pattern: RegExp, error: string) => z.string().trim().regex(pattern, error).default("");

export const SourceFields = z.object({
  key: Key,
  authors: z.string().trim().max(500, "Keep it to 500 characters.").default(""),
  title: z.string().trim().min(1, "Give the title.").max(500, "Keep it to 500 characters."),
  journal: z.string().trim().max(200, "Keep it to 200 characters.").default(""),
  year: z.number().int().min(1800).max(2200).nullable().default(null),
  /** Volume, issue and pages. */
  locator: z.string().trim().max(100, "Keep it to 100 characters.").default(""),
  doi: identifier(/^(10\.[0-9]{4,9}\/[^\s<>"]{1,200})?$/, "A DOI begins with 10. and has no spaces."),
  pmid: identifier(/^[0-9]{0,9}$/, "A PMID is a number of at most nine digits."),
  pmcid: identifier(/^(PMC[0-9]{1,9})?$/, "A PMCID is PMC and a number, such as PMC6896497."),
  url: identifier(/^(https:\/\/[^\s<>"]{1,400})?$/, "An address begins with https:// and has no spaces."),
  /** Somebody found it and read in it what is claimed. */
  isVerified: z.boolean(),
  /** How much of it was read, and what it cannot show. */
  note: z.string().trim().max(500, "Keep it to 500 characters.").default(""),
});
export type SourceFields = z.infer<typeof SourceFields>;

export const Source = SourceFields.extend({
  /** The newest: whoever revises it names it. */
  version: z.number().int(),
  /** When somebody last looked up whether it is retracted; null: nobody has yet. */
  checkedOn: Day.nullable(),
  isRetracted: z.boolean().nullable(),
  /** How often it was looked up; the next look names the number after it. */
  turn: z.number().int(),
});
export type Source = z.infer<typeof Source>;

/** A key out of somebody's words; empty where no letter or digit of them can be in one. */
export function keyFrom(words: string): string {
  const plain = unmarked(words)
    .toLowerCase()
    .replace(/[’']/g, "");
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}

/** The addresses under which it is found, by the names that stand on them. */
export function linksOf({ doi, pmid, pmcid, url }: SourceFields): { name: string; href: string }[] {
  return [
    ...(doi === "" ? [] : [{ name: `doi:${doi}`, href: `https://doi.org/${doi}` }]),
    ...(pmcid === "" ? [] : [{ name: pmcid, href: `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/` }]),
    ...(pmid === "" ? [] : [{ name: `PMID ${pmid}`, href: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` }]),
    ...(url === "" ? [] : [{ name: new URL(url).hostname, href: url }]),
  ];
}

/** Whether it was found, and when somebody looked up whether it is retracted. */
export function checkOf({ isVerified, isRetracted, checkedOn }: Source, say: (day: Day) => string): string {
  if (!isVerified) return "Not found yet. Nothing that rests on it is approved.";
  if (checkedOn === null) return "Nobody here has looked up yet whether it is retracted.";
  return isRetracted === true ? `Retracted, as of ${say(checkedOn)}.` : `Not retracted, as of ${say(checkedOn)}.`;
}

/** Authors, title, journal, year and place, as a list of sources says them. */
export function citationOf({ authors, title, journal, year, locator }: SourceFields): string {
  const place = [journal, year === null ? "" : String(year)].filter(Boolean).join(" ");
  const end = place === "" ? locator : locator === "" ? place : `${place};${locator}`;
  return [authors, title, end]
    .filter(Boolean)
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(" ");
}
