// An article and a claim in print: tagged PDFs in the reader's words, with how they stand, and where they are found again.
import {
  asArtifact,
  heading,
  inks,
  keepTogether,
  list,
  margin,
  paragraph,
  printedDay,
  printedSheet,
  rich,
  type Run,
  section,
  type Sheet,
} from "../core/sheet.ts";
import { type Article, citeIn, firstCitedIn } from "./article.ts";
import { printBlocks } from "./blocks-pdf.ts";
import { type Claim, groundsOf, strengthWords } from "./claim.ts";
import { blocksOf } from "./markdown.ts";
import { sectionsOf } from "./passage.ts";
import { readerWords } from "./reader.ts";
import { sayShare } from "./share.ts";
import { checkOf, citationOf, linksOf, type Source } from "./source.ts";
import { cautionOf, disclaimer, lapsedWords, type Standing, stateWords } from "./standing.ts";

export interface Printing {
  files: ReadonlyMap<string, Buffer>;
  /** Scheme and host of this server. */
  origin: string;
  school: string;
  timeZone: string;
  today: string;
}

const small = { size: 9, color: inks.soft };

export function articlePdf(article: Article, printing: Printing): Promise<Buffer> {
  const { title, version, writtenAt, writtenBy, approvedBy, state, reader, passages, sources } = article;
  const named = { title, author: printing.school, createdAt: printing.today };
  return printedSheet(named, printing.files, title, (sheet) => {
    const by = state === "approved" ? `approved by ${approvedBy.join(" and ")}` : "not approved yet";
    head(sheet, `Library of ${printing.school}`, title, [
      `Version ${version}, last updated ${printedDay(writtenAt, printing.timeZone)}. ${writtenBy === null ? "Came with Chiron" : `Written by ${writtenBy}`}, ${by}.`,
      ...(reader === "public" ? [] : [`In words for: ${readerWords[reader].toLowerCase()}.`]),
    ]);
    standing(sheet, article);
    for (const part of sectionsOf(passages)) {
      section(sheet, part.heading);
      for (const passage of part.passages) {
        printBlocks({ sheet, cite: citeIn(article), origin: printing.origin }, blocksOf(passage.words));
        grounds(sheet, article, firstCitedIn(article, passage));
      }
    }
    references(sheet, sources);
    foot(sheet, printing, `/library/${article.key}?version=${version}`);
  });
}

export function claimPdf(claim: Claim, sources: readonly Source[], printing: Printing): Promise<Buffer> {
  const { statement, version, share, shareOf, strength, design, setting, limits, checkedOn, reviewBy } = claim;
  const named = { title: statement, author: printing.school, createdAt: printing.today };
  return printedSheet(named, printing.files, `Claim ${claim.key}`, (sheet) => {
    head(sheet, `A claim in the library of ${printing.school}`, statement, [`Version ${version}.`], 18);
    standing(sheet, claim);
    const facts: [string, string][] = [
      ["Strength", `${strengthWords[strength]}. ${design}`],
      ["Figure", share === null || shareOf === null ? "" : sayShare(share, shareOf)],
      ["Setting", setting],
      ["What it cannot show", limits],
      ["Checked", `${printedDay(checkedOn)}; next review ${printedDay(reviewBy)}`],
    ];
    section(sheet, "How far it carries");
    for (const [word, text] of facts) if (text !== "") rich(sheet, "P", [{ text: `${word}: `, weight: 600 }, { text }]);
    references(sheet, sources, (key) => claim.supports[claim.sources.indexOf(key)] ?? "");
    foot(sheet, printing, `/library/claims/${claim.key}?version=${version}`);
  });
}

function head(sheet: Sheet, above: string, title: string, lines: string[], size?: number): void {
  const { doc } = sheet;
  paragraph(sheet, above, { size: 10, weight: 600, color: inks.soft });
  doc.moveDown(0.3);
  heading(sheet, "H1", title, size);
  for (const line of lines) paragraph(sheet, line, { size: 10, color: inks.soft });
  doc.moveDown(0.4);
}

/** How it stands; with a caution, beside a line, where it is not approved. */
function standing(sheet: Sheet, of: Standing): void {
  const { doc } = sheet;
  const caution = cautionOf(of);
  const lapsed = of.lapsed === null || of.lapsed === "claims" ? "" : ` ${lapsedWords[of.lapsed]}`;
  if (caution === null) return paragraph(sheet, `Status: ${stateWords[of.state]}.`, { weight: 600 });
  keepTogether(doc, 70);
  const top = doc.y;
  paragraph(sheet, `Status: ${stateWords[of.state]}. ${caution.title}`, {
    weight: 600,
    color: inks.caution,
    indent: 12,
  });
  paragraph(sheet, caution.words ?? lapsed.trim(), { size: 9.5, indent: 12 });
  asArtifact(doc, () => doc.rect(margin, top, 3, doc.y - top).fill(inks.caution));
}

/** Of the claims of a passage how strong each is, what it rests on, and how it stands. */
function grounds(sheet: Sheet, { claimsCited }: Article, claims: readonly Claim[]): void {
  if (claims.length === 0) return;
  const runs = (claim: Claim): Run[] => [
    {
      ...small,
      text: `Claim ${claimsCited.indexOf(claim) + 1}, ${stateWords[claim.state].toLowerCase()}. `,
      weight: 600,
    },
    { ...small, text: `${strengthWords[claim.strength]}. ${groundsOf(claim)}` },
  ];
  list(
    sheet,
    claims.map((claim) => (left) => {
      const shown = runs(claim).map((run) => ({ ...run, indent: left - margin }));
      rich(sheet, "P", shown, left);
    }),
    { size: small.size },
  );
  sheet.doc.moveDown(0.3);
}

/** In the order of their numbers in the text. `saysOf`: what a claim says of a source. */
function references(sheet: Sheet, sources: readonly Source[], saysOf: (key: string) => string = () => ""): void {
  section(sheet, "Sources");
  list(
    sheet,
    sources.map((source) => (left) => {
      keepTogether(sheet.doc, 60);
      const look = { size: 9.5, indent: left - margin };
      const links = linksOf(source).flatMap(({ name, href }): Run[] => [
        { ...look, text: name, link: href },
        { ...look, text: " " },
      ]);
      rich(sheet, "P", [{ ...look, text: `${citationOf(source)} ` }, ...links], left);
      const says = saysOf(source.key);
      if (says !== "") paragraph(sheet, says, look);
      const told = [checkOf(source, (day) => printedDay(day)), source.note].filter(Boolean).join(" ");
      paragraph(sheet, told, { ...small, indent: left - margin });
    }),
    { isOrdered: true, size: 9.5 },
  );
}

function foot(sheet: Sheet, { origin, today }: Printing, path: string): void {
  section(sheet, "About this print");
  paragraph(sheet, disclaimer, small);
  const link = `${origin}${path}`;
  rich(sheet, "P", [
    { ...small, text: `As it stood on ${printedDay(today)}. This version is found again at ` },
    { ...small, text: link, link },
  ]);
}
