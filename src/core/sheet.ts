// What is printed: a tagged PDF with a title, a language, headings and bookmarks, written from top to bottom. The same text gives
// the same bytes. NOTE: only for the server.
import PDFDocument from "pdfkit";
import { type Fonts, fontsFor, type Weight } from "./typeface.ts";

/** Of the product's tokens, in the light theme. */
export const inks = { ink: "#1a212c", soft: "#464d59", line: "#dce0e4", caution: "#8a4b00" };
export const margin = 64;

export type Doc = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Doc["struct"]>;

export interface Sheet {
  doc: Doc;
  fonts: Fonts;
  /** The part of the document's structure that is being written. */
  at: Element;
  /** Of headings, and of marks beside text. */
  accent: { ink: string; mark: string };
}

interface Named {
  title: string;
  author: string;
  /** Of what is printed, and not of the print. */
  createdAt: string;
  accent?: Sheet["accent"];
}

/** `draw` writes it; below each page stand `foot` and the page's number. */
export async function printedSheet(
  { title, author, createdAt, accent = { ink: inks.ink, mark: inks.soft } }: Named,
  files: ReadonlyMap<string, Buffer>,
  foot: string,
  draw: (sheet: Sheet) => void,
): Promise<Buffer> {
  const doc = new PDFDocument({
    size: "LETTER",
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    lang: "en-US",
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Author: author, Creator: "Chiron", CreationDate: new Date(createdAt) },
  } as never);
  describeLinks(doc);
  const whole = bytesOf(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const sheet: Sheet = { doc, fonts: fontsFor(doc, files), at: root, accent };
  asArtifact(doc, () => doc.rect(0, 0, doc.page.width, 10).fill(accent.mark));
  draw(sheet);
  if (sheet.fonts.lacks())
    paragraph(sheet, "[?] stands for a sign that the typeface of this print does not have. The screen shows it.", {
      size: 9,
      color: inks.soft,
    });
  root.end();
  numberPages(doc, sheet.fonts, foot);
  doc.end();
  return whole;
}

function bytesOf(doc: Doc): Promise<Buffer> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (piece: Buffer) => pieces.push(piece));
    doc.on("end", () => resolve(Buffer.concat(pieces)));
    doc.on("error", reject);
  });
}

/** PDFKit leaves a link's description empty, which is what is read aloud. */
function describeLinks(doc: Doc): void {
  const link = doc.link.bind(doc);
  doc.link = (x, y, w, h, url, options) =>
    link(x, y, w, h, url, { ...(options as object), Contents: new String(url) } as never);
}

export interface Look {
  size?: number;
  weight?: Weight;
  color?: string;
  indent?: number;
  /** Of a column; up to the right margin where there is none. */
  width?: number;
  oblique?: boolean;
  link?: string;
}

/** Text that looks the same throughout. */
export interface Run extends Look {
  text: string;
}

/** Text in runs of one font each; `continued`: the next text goes on in this line. */
export function write({ doc, fonts }: Sheet, text: string, look: Look = {}, continued = false): void {
  const { size = 10.5, weight = 400, color = inks.ink, indent = 0, oblique = false, link } = look;
  const { width = doc.page.width - 2 * margin - indent } = look;
  const runs = fonts.runsOf(text, weight);
  doc.fillColor(color).fontSize(size);
  runs.forEach((run, at) => {
    doc.font(run.font).text(run.text, {
      continued: continued || at < runs.length - 1,
      lineGap: size * 0.28,
      width,
      oblique,
      link: link ?? null,
      underline: link !== undefined,
    } as never);
  });
}

/** Adds a part without parts of its own. */
export function add(sheet: Sheet, type: string, draw: () => void, alt?: string): void {
  sheet.at.add(sheet.doc.struct(type as never, alt === undefined ? {} : { alt }, [draw]));
}

interface Tagged {
  dictionary: { data: { A?: Record<string, string> } };
}

/** Adds a part; what `fill` adds is in it. */
export function within(sheet: Sheet, type: string, fill: () => void, attributes?: Record<string, string>): void {
  const before = sheet.at;
  const part = sheet.doc.struct(type as never);
  // PDFKit has no way to say these.
  if (attributes !== undefined) (part as unknown as Tagged).dictionary.data.A = attributes;
  before.add(part);
  sheet.at = part;
  fill();
  part.end();
  sheet.at = before;
}

export function paragraph(sheet: Sheet, text: string, look: Look = {}): void {
  const { doc } = sheet;
  doc.x = margin + (look.indent ?? 0);
  add(sheet, "P", () => write(sheet, text, look));
  doc.x = margin;
}

/** A paragraph, or another part, of several runs; a link is a part of its own. `left`: where its lines begin. */
export function rich(
  sheet: Sheet,
  type: string,
  runs: readonly Run[],
  left = margin,
  attributes?: Record<string, string>,
): void {
  const { doc } = sheet;
  doc.x = left;
  const shown = runs.filter(({ text }) => text !== "");
  const draw = (run: Run, at: number) => write(sheet, run.text, run, at < shown.length - 1);
  within(
    sheet,
    type,
    () => {
      shown.forEach((run, at) => {
        if (run.link === undefined) sheet.at.add(() => draw(run, at));
        else add(sheet, "Link", () => draw(run, at));
      });
    },
    attributes,
  );
  doc.x = margin;
}

/** Each item is filled where its lines begin. */
export function list(
  sheet: Sheet,
  items: readonly ((left: number) => void)[],
  { isOrdered = false, left = margin, size = 10.5 }: { isOrdered?: boolean; left?: number; size?: number } = {},
): void {
  const { doc, accent } = sheet;
  const inner = left + (isOrdered ? 20 : 14);
  const attributes = { O: "List", ListNumbering: isOrdered ? "Decimal" : "Disc" };
  const label = (at: number) => {
    keepTogether(doc, 24);
    const top = doc.y;
    doc.x = left;
    add(sheet, "Lbl", () => write(sheet, isOrdered ? `${at + 1}.` : "\u2022", { size, color: accent.ink, width: 18 }));
    doc.y = top;
  };
  const fill = () =>
    items.forEach((item, at) =>
      within(sheet, "LI", () => {
        label(at);
        within(sheet, "LBody", () => item(inner));
        doc.moveDown(0.15);
      }),
    );
  within(sheet, "L", fill, attributes);
  doc.x = margin;
}

export type Level = "H1" | "H2" | "H3" | "H4";
const sizes: Record<Level, number> = { H1: 26, H2: 15, H3: 12.5, H4: 9.5 };

/** A heading, and, of all but the smallest, a bookmark. */
export function heading(sheet: Sheet, level: Level, text: string, size = sizes[level]): void {
  const { doc, accent } = sheet;
  if (level !== "H4") doc.outline.addItem(text);
  const color = level === "H2" || level === "H4" ? accent.ink : inks.ink;
  add(sheet, level, () => write(sheet, text, { size, weight: 600, color }));
}

/** The heading of a section, under a line. */
export function section(sheet: Sheet, text: string): void {
  const { doc } = sheet;
  keepTogether(doc, 90);
  doc.moveDown(0.6);
  rule(doc);
  doc.moveDown(0.5);
  heading(sheet, "H2", text);
  doc.moveDown(0.2);
}

export function rule(doc: Doc): void {
  asArtifact(doc, () =>
    doc
      .moveTo(margin, doc.y)
      .lineTo(doc.page.width - margin, doc.y)
      .lineWidth(0.75)
      .stroke(inks.line),
  );
}

/** What only looks: no reader is told of it. */
export function asArtifact(doc: Doc, draw: () => void): void {
  const { x, y } = doc;
  doc.markContent("Artifact", { type: "Layout" } as never);
  draw();
  doc.endMarkedContent();
  [doc.x, doc.y] = [x, y];
}

export function keepTogether(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - margin) doc.addPage();
}

function numberPages(doc: Doc, fonts: Fonts, foot: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at);
    // Below the margin, where text would otherwise begin a new page.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" } as never);
    const runs = fonts.runsOf(`${foot}, page ${at - start + 1} of ${count}`, 400);
    doc.fontSize(8.5).fillColor(inks.soft);
    runs.forEach((run, index) => {
      doc.font(run.font);
      const isLast = index === runs.length - 1;
      if (index === 0) doc.text(run.text, margin, doc.page.height - 42, { continued: !isLast, lineBreak: false });
      else doc.text(run.text, { continued: !isLast, lineBreak: false });
    });
    doc.endMarkedContent();
  }
}

/** In a zone that is named, so that it prints the same wherever the server stands. */
export function printedDay(day: string, timeZone = "UTC"): string {
  return new Date(day).toLocaleDateString("en-US", {
    year: "numeric",
    month: "short",
    day: "numeric",
    timeZone,
  });
}
