// Markdown in print, out of the same data as on a screen.
import {
  asArtifact,
  type Doc,
  inks,
  keepTogether,
  list,
  margin,
  rich,
  type Run,
  type Sheet,
  within,
} from "../core/sheet.ts";
import type { CiteOf } from "./article.ts";
import type { Block, Inline } from "./markdown.ts";
import { sayShare } from "./share.ts";

interface Printing {
  sheet: Sheet;
  cite: CiteOf;
  /** Scheme and host, before an address of this server. */
  origin: string;
}

/** `left`: where the lines begin. */
export function printBlocks(printing: Printing, blocks: readonly Block[], left = margin): void {
  for (const block of blocks) printBlock(printing, block, left);
}

function printBlock(printing: Printing, block: Block, left: number): void {
  const { sheet } = printing;
  const indent = left - margin;
  switch (block.kind) {
    case "paragraph":
      rich(sheet, "P", runsOf(printing, block.children, { indent }), left);
      break;
    case "list":
      list(
        sheet,
        block.items.map((item) => (inner) => printBlocks(printing, item, inner)),
        { isOrdered: block.isOrdered, left },
      );
      break;
    case "quote":
      within(sheet, "BlockQuote", () => printBlocks(printing, block.children, left + 18));
      break;
    case "code":
      within(sheet, "Code", () => rich(sheet, "P", [{ text: block.text, size: 9, indent }], left));
      break;
    case "shares":
      printTable(printing, {
        kind: "table",
        head: sharesHead,
        rows: sharesRows(printing, block),
        caption: block.caption,
      });
      break;
    case "table":
      printTable(printing, block);
  }
  sheet.doc.moveDown(0.35);
}

const plain = (text: string): Inline[] => [{ kind: "text", text }];
const sharesHead = ["What", "So many, with its 95 % interval"].map(plain);

/** What is a picture on a screen, in words: they say the same. */
function sharesRows({ cite }: Printing, { rows }: Extract<Block, { kind: "shares" }>): Inline[][][] {
  return rows.map(({ label, claim }) => {
    const cited = cite(claim);
    const told =
      cited === null || cited.share === null || cited.shareOf === null ? "-" : sayShare(cited.share, cited.shareOf);
    return [[...plain(`${label} `), { kind: "claim", key: claim }], plain(told)];
  });
}

/** Columns of one width; each cell begins where its row does, and the longest says where the row ends. */
function printTable(printing: Printing, { head, rows, caption }: Extract<Block, { kind: "table" }>): void {
  const { sheet } = printing;
  const { doc } = sheet;
  const whole = doc.page.width - 2 * margin;
  const column = { width: whole / Math.max(1, head.length) - 10, size: 9.5 };
  const row = (cells: readonly Inline[][], isHead: boolean) => {
    const looks = { ...column, weight: isHead ? 600 : 400 } as const;
    keepTogether(
      doc,
      14 + Math.max(...cells.map((cell) => heightOf(doc, runsOf(printing, cell, looks), column.width))),
    );
    const top = doc.y;
    let bottom = top;
    within(sheet, "TR", () =>
      cells.forEach((cell, at) => {
        doc.y = top;
        const left = margin + (whole / head.length) * at;
        // The first of a row says what the row is about.
        const scope = isHead ? "Column" : at === 0 && cells.length > 1 ? "Row" : null;
        const attributes = scope === null ? undefined : { O: "Table", Scope: scope };
        rich(sheet, scope === null ? "TD" : "TH", runsOf(printing, cell, looks), left, attributes);
        bottom = Math.max(bottom, doc.y);
      }),
    );
    doc.y = bottom + 3;
    lineAt(doc, doc.y);
    doc.y += 4;
  };
  within(sheet, "Table", () => {
    if (caption.length > 0) rich(sheet, "Caption", runsOf(printing, caption, { size: 9, color: inks.soft }));
    row(head, true);
    for (const cells of rows) row(cells, false);
  });
  doc.x = margin;
}

function lineAt(doc: Doc, y: number): void {
  asArtifact(doc, () =>
    doc
      .moveTo(margin, y)
      .lineTo(doc.page.width - margin, y)
      .lineWidth(0.5)
      .stroke(inks.line),
  );
}

/** About: measured in whatever font is set. */
function heightOf(doc: Doc, runs: readonly Run[], width: number): number {
  return doc.fontSize(9.5).heightOfString(runs.map(({ text }) => text).join(""), { width, lineGap: 2.7 });
}

function runsOf(printing: Printing, nodes: readonly Inline[], look: Omit<Run, "text">): Run[] {
  return nodes.flatMap((node) => runsIn(printing, node, look));
}

function runsIn(printing: Printing, node: Inline, look: Omit<Run, "text">): Run[] {
  switch (node.kind) {
    case "text":
    case "code":
      return [{ ...look, text: node.text }];
    case "break":
      return [{ ...look, text: "\n" }];
    case "strong":
      return runsOf(printing, node.children, { ...look, weight: 600 });
    case "em":
      return runsOf(printing, node.children, { ...look, oblique: true });
    case "link": {
      const link = node.href.startsWith("/") ? `${printing.origin}${node.href}` : node.href;
      // What leads to a part of the page on a screen leads nowhere on paper.
      return runsOf(printing, node.children, node.href.startsWith("#") ? look : { ...look, link });
    }
    case "claim": {
      const found = printing.cite(node.key);
      return [{ ...look, text: found === null ? "[?]" : `[${found.numbers.join(", ")}]` }];
    }
  }
}
