// Sources in the formats of reference managers.
import type { SourceFields } from "./source.ts";

/** As CSL-JSON 1.0 has it, which citeproc and most reference managers read. Names stay as they were written. */
export function cslOf(sources: readonly SourceFields[]): Record<string, unknown>[] {
  return sources.map(({ key, authors, title, journal, year, locator, doi, pmid, pmcid, url, note }) => ({
    id: key,
    type: journal === "" ? "document" : "article-journal",
    title,
    ...(authors === "" ? {} : { author: namesIn(authors).map((literal) => ({ literal })) }),
    ...(journal === "" ? {} : { "container-title": journal }),
    ...(year === null ? {} : { issued: { "date-parts": [[year]] } }),
    ...partsOf(locator),
    ...(doi === "" ? {} : { DOI: doi }),
    ...(pmid === "" ? {} : { PMID: pmid }),
    ...(pmcid === "" ? {} : { PMCID: pmcid }),
    ...(url === "" ? {} : { URL: url }),
    ...(note === "" ? {} : { note }),
  }));
}

export function bibtexOf(sources: readonly SourceFields[]): string {
  return sources
    .map(({ key, authors, title, journal, year, locator, doi, pmid, pmcid, url, note }) => {
      const { volume, issue, page } = partsOf(locator);
      const fields: [string, string | undefined][] = [
        [
          "author",
          authors === ""
            ? undefined
            : namesIn(authors)
                .map((name) => `{${escaped(name)}}`)
                .join(" and "),
        ],
        ["title", `{${escaped(title)}}`],
        ["journal", journal],
        ["year", year === null ? undefined : String(year)],
        ["volume", volume],
        ["number", issue],
        ["pages", page?.replace("-", "--")],
        ["doi", doi],
        ["pmid", pmid],
        ["pmcid", pmcid],
        ["url", url],
        ["note", note],
      ];
      const lines = fields.flatMap(([name, value]) =>
        value === undefined || value === "" ? [] : [`  ${name} = {${plainly.has(name) ? value : escaped(value)}},`],
      );
      return `@${journal === "" ? "misc" : "article"}{${key},\n${lines.join("\n")}\n}\n`;
    })
    .join("\n");
}

/** Their braces are ours, or their characters no TeX reads. */
const plainly = new Set(["author", "title", "doi", "url"]);

function namesIn(authors: string): string[] {
  return authors.split(", ").map((name) => name.replace(/ and others$/, ""));
}

/** "43(10):1210-1213" by its parts; what is written otherwise is a page. */
function partsOf(locator: string): { volume?: string; issue?: string; page?: string } {
  const [, volume, issue, page] = /^(\d+)(?:\((\w+)\))?:(\S+)$/.exec(locator) ?? [];
  if (volume === undefined) return locator === "" ? {} : { page: locator };
  return { volume, ...(issue === undefined ? {} : { issue }), ...(page === undefined ? {} : { page }) };
}

function escaped(text: string): string {
  return text.replace(/[{}\\]/g, "").replace(/([&%$#_])/g, "\\$1");
}
