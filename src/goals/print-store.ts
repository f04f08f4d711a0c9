// A learning plan as a file to be saved.
import type { Download } from "../core/download.ts";
import { typefaceFiles } from "../core/typeface-files.ts";
import type { LearningPlan } from "./learning-plan.ts";
import { pdfOf } from "./learning-plan-pdf.ts";

export async function printed(learner: string, plan: LearningPlan): Promise<Download> {
  const bytes = await pdfOf(learner, plan, typefaceFiles());
  return {
    name: `Learning plan, version ${plan.version}.pdf`,
    type: "application/pdf",
    base64: bytes.toString("base64"),
  };
}
