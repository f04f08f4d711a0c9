// The learning plan in print: a tagged PDF with a title, a language, headings and bookmarks. The same plan gives the same bytes.
import PDFDocument from "pdfkit";
import { capitalised } from "../core/capitalised.ts";
import { type LearningPlan, goalParts, type PlanGoal, planParts } from "./learning-plan.ts";
import { type Fonts, fontsFor, type Weight } from "./plan-fonts.ts";

/** Of the product's tokens, in the light theme: ink, the lane's ink and mark, and lines. */
const colors = { ink: "#1a212c", soft: "#464d59", lane: "#006154", mark: "#0e9580", line: "#dce0e4" };
const margin = 64;
const chart = { width: 220, height: 56 };

type Doc = InstanceType<typeof PDFDocument>;

interface Sheet {
  doc: Doc;
  fonts: Fonts;
  /** Adds a part to the document's structure. */
  add(type: string, draw: () => void, alt?: string): void;
}

export async function pdfOf(
  learner: string,
  { version, writtenAt, body }: LearningPlan,
  files: ReadonlyMap<string, Buffer>,
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
    // The moment of the version and not of the print.
    info: { Title: `${body.title}: ${learner}`, Author: learner, Creator: "Chiron", CreationDate: new Date(writtenAt) },
  } as never);
  const whole = bytesOf(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const add: Sheet["add"] = (type, draw, alt) =>
    void root.add(doc.struct(type, alt === undefined ? {} : { alt }, [draw]));
  const sheet = { doc, fonts: fontsFor(doc, files), add };
  heading(sheet, learner, `Version ${version}, ${sayDay(writtenAt)}`, body.title);
  for (const [part, word] of planParts) if (body[part] !== "") section(sheet, word, body[part]);
  if (body.goals.length > 0) title(sheet, "Goals");
  for (const goal of body.goals) printGoal(sheet, goal);
  if (sheet.fonts.lacks())
    paragraph(
      sheet,
      "[?] stands for a sign that the typeface of this print does not have. The plan on screen shows it.",
      { size: 9, color: colors.soft },
    );
  root.end();
  numberPages(doc, sheet.fonts, learner);
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

interface Look {
  size?: number;
  weight?: Weight;
  color?: string;
  indent?: number;
}

/** Text in runs of one font each, as one paragraph. */
function write(
  { doc, fonts }: Sheet,
  text: string,
  { size = 10.5, weight = 400, color = colors.ink, indent = 0 }: Look,
): void {
  const runs = fonts.runsOf(text, weight);
  doc.fillColor(color).fontSize(size);
  doc.x = margin + indent;
  runs.forEach((run, at) => {
    doc.font(run.font).text(run.text, {
      continued: at < runs.length - 1,
      lineGap: size * 0.28,
      width: doc.page.width - 2 * margin - indent,
    });
  });
  doc.x = margin;
}

function paragraph(sheet: Sheet, text: string, look: Look = {}): void {
  sheet.add("P", () => write(sheet, text, look));
}

function heading(sheet: Sheet, learner: string, about: string, name: string): void {
  const { doc } = sheet;
  asArtifact(doc, () => doc.rect(0, 0, doc.page.width, 10).fill(colors.mark));
  paragraph(sheet, "Individualized learning plan", { size: 10, weight: 600, color: colors.lane });
  doc.moveDown(0.3);
  doc.outline.addItem(name);
  sheet.add("H1", () => write(sheet, name, { size: 26, weight: 600 }));
  paragraph(sheet, learner, { size: 13 });
  paragraph(sheet, about, { size: 10, color: colors.soft });
  doc.moveDown(0.8);
}

function title(sheet: Sheet, word: string): void {
  const { doc } = sheet;
  keepTogether(doc, 90);
  doc.moveDown(0.6);
  asArtifact(doc, () =>
    doc
      .moveTo(margin, doc.y)
      .lineTo(doc.page.width - margin, doc.y)
      .lineWidth(0.75)
      .stroke(colors.line),
  );
  doc.moveDown(0.5);
  doc.outline.addItem(word);
  sheet.add("H2", () => write(sheet, word, { size: 15, weight: 600, color: colors.lane }));
  doc.moveDown(0.2);
}

function section(sheet: Sheet, word: string, text: string): void {
  title(sheet, word);
  paragraph(sheet, text);
}

function printGoal(sheet: Sheet, goal: PlanGoal): void {
  const { doc } = sheet;
  keepTogether(doc, 110);
  doc.moveDown(0.5);
  doc.outline.addItem(goal.words);
  sheet.add("H3", () => write(sheet, goal.words, { size: 12.5, weight: 600 }));
  const by = goal.dueOn === null ? "" : `, by ${sayDay(goal.dueOn)}`;
  paragraph(sheet, `${capitalised(goal.state)}${by}`, {
    size: 9.5,
    color: colors.soft,
  });
  for (const [part, word] of goalParts) if (goal[part]) labelled(sheet, word, [String(goal[part])]);
  if (goal.steps.length > 0)
    labelled(
      sheet,
      "Steps",
      goal.steps.map(
        ({ words, dueOn, done }) => words + (done ? " (done)" : dueOn === null ? "" : `, by ${sayDay(dueOn)}`),
      ),
    );
  if (goal.ratings !== null && goal.ratings.length > 0) printRatings(sheet, goal.ratings);
  if (goal.evidence !== null && goal.evidence.length > 0)
    labelled(
      sheet,
      "Evidence",
      goal.evidence.map((one) =>
        one.link === null ? `${one.title} (a file, kept by the learner)` : `${one.title}: ${one.link}`,
      ),
    );
}

/** A small heading with one text, or with a list. */
function labelled(sheet: Sheet, word: string, texts: string[]): void {
  const { doc } = sheet;
  keepTogether(doc, 40);
  doc.moveDown(0.35);
  sheet.add("H4", () => write(sheet, word, { size: 9.5, weight: 600, color: colors.lane }));
  for (const text of texts) {
    if (texts.length > 1) asArtifact(doc, () => doc.circle(margin + 3, doc.y + 7, 1.6).fill(colors.mark));
    paragraph(sheet, text, texts.length > 1 ? { indent: 14 } : {});
  }
}

/** The learner's own ratings as a line, said in words for whoever does not see it. */
function printRatings(sheet: Sheet, ratings: NonNullable<PlanGoal["ratings"]>): void {
  const { doc } = sheet;
  keepTogether(doc, chart.height + 50);
  const said = ratings.map(({ score, on }) => `${score} on ${sayDay(on)}`).join("; ");
  labelled(sheet, "How close I find myself, from 0 to 10", [said]);
  if (ratings.length < 2) return;
  const top = doc.y + 6;
  const moments = ratings.map(({ on }) => Date.parse(on));
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const points = ratings.map(({ score, on }, index) => [
    margin +
      4 +
      (chart.width - 8) * (last === first ? index / (ratings.length - 1) : (Date.parse(on) - first) / (last - first)),
    top + chart.height * (1 - score / 10),
  ]) as [number, number][];
  sheet.add(
    "Figure",
    () => {
      doc
        .lineWidth(0.75)
        .moveTo(margin, top)
        .lineTo(margin + chart.width, top)
        .stroke(colors.line);
      doc
        .moveTo(margin, top + chart.height)
        .lineTo(margin + chart.width, top + chart.height)
        .stroke(colors.line);
      points.forEach(([x, y], at) => (at === 0 ? doc.moveTo(x, y) : doc.lineTo(x, y)));
      doc.lineWidth(1.5).stroke(colors.mark);
      for (const [x, y] of points) doc.circle(x, y, 2.6).fill(colors.lane);
    },
    `A line of the learner's own ratings from 0 to 10: ${said}.`,
  );
  doc.y = top + chart.height + 6;
  doc.x = margin;
}

/** What only looks: no reader is told of it. */
function asArtifact(doc: Doc, draw: () => void): void {
  const { x, y } = doc;
  doc.markContent("Artifact", { type: "Layout" } as never);
  draw();
  doc.endMarkedContent();
  [doc.x, doc.y] = [x, y];
}

function keepTogether(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - margin) doc.addPage();
}

function numberPages(doc: Doc, fonts: Fonts, learner: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at);
    // Below the margin, where text would otherwise begin a new page.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" } as never);
    const runs = fonts.runsOf(`${learner}, page ${at - start + 1} of ${count}`, 400);
    doc.fontSize(8.5).fillColor(colors.soft);
    runs.forEach((run, index) => {
      doc.font(run.font);
      const isLast = index === runs.length - 1;
      if (index === 0) doc.text(run.text, margin, doc.page.height - 42, { continued: !isLast, lineBreak: false });
      else doc.text(run.text, { continued: !isLast, lineBreak: false });
    });
    doc.endMarkedContent();
  }
}

/** In UTC, so that a plan prints the same wherever the server stands. */
function sayDay(day: string): string {
  return new Date(day).toLocaleDateString("en-US", {
    year: "numeric",
    month: "short",
    day: "numeric",
    timeZone: "UTC",
  });
}
