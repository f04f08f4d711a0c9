// A learning plan as a file to be saved, with the typeface's files, which the server reads once.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Download } from "../core/download.ts";
import type { LearningPlan } from "./learning-plan.ts";
import { pdfOf } from "./learning-plan-pdf.ts";
import { fontNames } from "./plan-fonts.ts";

let files: ReadonlyMap<string, Buffer> | undefined;

export async function printed(learner: string, plan: LearningPlan): Promise<Download> {
  files ??= new Map(fontNames.map((name) => [name, fileOf(name)]));
  const bytes = await pdfOf(learner, plan, files);
  return {
    name: `Learning plan, version ${plan.version}.pdf`,
    type: "application/pdf",
    base64: bytes.toString("base64"),
  };
}

function fileOf(name: string): Buffer {
  const { resolve } = createRequire(import.meta.url);
  return readFileSync(resolve(`@fontsource/source-serif-4/files/source-serif-4-${name}-normal.woff`));
}
