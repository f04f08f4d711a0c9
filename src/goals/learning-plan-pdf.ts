// The learning plan in print: a tagged PDF with a title, a language, headings and bookmarks. The same plan gives the same bytes.
import { capitalised } from "../core/capitalised.ts";
import {
  add,
  heading,
  inks,
  keepTogether,
  list,
  margin,
  paragraph,
  printedDay,
  printedSheet,
  section,
  type Sheet,
} from "../core/sheet.ts";
import { type LearningPlan, goalParts, type PlanGoal, planParts } from "./learning-plan.ts";

/** The lane's ink and mark. */
const lane = { ink: "#006154", mark: "#0e9580" };
const chart = { width: 220, height: 56 };

export function pdfOf(
  learner: string,
  { version, writtenAt, body }: LearningPlan,
  files: ReadonlyMap<string, Buffer>,
): Promise<Buffer> {
  const named = { title: `${body.title}: ${learner}`, author: learner, createdAt: writtenAt, accent: lane };
  return printedSheet(named, files, learner, (sheet) => {
    head(sheet, learner, `Version ${version}, ${printedDay(writtenAt)}`, body.title);
    for (const [part, word] of planParts)
      if (body[part] !== "") {
        section(sheet, word);
        paragraph(sheet, body[part]);
      }
    if (body.goals.length > 0) section(sheet, "Goals");
    for (const goal of body.goals) printGoal(sheet, goal);
  });
}

function head(sheet: Sheet, learner: string, about: string, name: string): void {
  const { doc } = sheet;
  paragraph(sheet, "Individualized learning plan", { size: 10, weight: 600, color: lane.ink });
  doc.moveDown(0.3);
  heading(sheet, "H1", name);
  paragraph(sheet, learner, { size: 13 });
  paragraph(sheet, about, { size: 10, color: inks.soft });
  doc.moveDown(0.8);
}

function printGoal(sheet: Sheet, goal: PlanGoal): void {
  const { doc } = sheet;
  keepTogether(doc, 110);
  doc.moveDown(0.5);
  heading(sheet, "H3", goal.words);
  const by = goal.dueOn === null ? "" : `, by ${printedDay(goal.dueOn)}`;
  paragraph(sheet, `${capitalised(goal.state)}${by}`, {
    size: 9.5,
    color: inks.soft,
  });
  for (const [part, word] of goalParts) if (goal[part]) labelled(sheet, word, [String(goal[part])]);
  if (goal.steps.length > 0)
    labelled(
      sheet,
      "Steps",
      goal.steps.map(
        ({ words, dueOn, done }) => words + (done ? " (done)" : dueOn === null ? "" : `, by ${printedDay(dueOn)}`),
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
  heading(sheet, "H4", word);
  if (texts.length === 1) paragraph(sheet, texts[0] ?? "");
  else
    list(
      sheet,
      texts.map((text) => (left) => paragraph(sheet, text, { indent: left - margin })),
    );
}

/** The learner's own ratings as a line, said in words for whoever does not see it. */
function printRatings(sheet: Sheet, ratings: NonNullable<PlanGoal["ratings"]>): void {
  const { doc } = sheet;
  keepTogether(doc, chart.height + 50);
  const said = ratings.map(({ score, on }) => `${score} on ${printedDay(on)}`).join("; ");
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
  add(
    sheet,
    "Figure",
    () => {
      doc
        .lineWidth(0.75)
        .moveTo(margin, top)
        .lineTo(margin + chart.width, top)
        .stroke(inks.line);
      doc
        .moveTo(margin, top + chart.height)
        .lineTo(margin + chart.width, top + chart.height)
        .stroke(inks.line);
      points.forEach(([x, y], at) => (at === 0 ? doc.moveTo(x, y) : doc.lineTo(x, y)));
      doc.lineWidth(1.5).stroke(lane.mark);
      for (const [x, y] of points) doc.circle(x, y, 2.6).fill(lane.ink);
    },
    `A line of the learner's own ratings from 0 to 10: ${said}.`,
  );
  doc.y = top + chart.height + 6;
  doc.x = margin;
}
