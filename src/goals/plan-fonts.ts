// The typeface of the learning plan in print, which comes in a file for each script: text is cut into runs of one file each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export type Weight = 400 | 600;

const scripts = ["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"] as const;
/** Stands for a sign that no file has. */
const unknownSign = "[?]";

const { resolve } = createRequire(import.meta.url);
const files = new Map<string, Buffer>();

interface Printing {
  registerFont(name: string, bytes: Buffer): unknown;
  font(name: string): unknown;
}

interface Run {
  font: string;
  text: string;
}

export interface Fonts {
  runsOf(text: string, weight: Weight): Run[];
  /** Whether some sign had to be left out so far. */
  lacks(): boolean;
}

/** Gives a document the typeface; the server reads each file once. */
export function fontsFor(document: Printing): Fonts {
  for (const weight of [400, 600] as const)
    for (const script of scripts) document.registerFont(nameOf(script, weight), fileOf(script, weight));
  let isLacking = false;
  const fontOf = (sign: string, weight: Weight) =>
    scripts.map((script) => nameOf(script, weight)).find((name) => hasAll(document, name, sign));
  return {
    lacks: () => isLacking,
    runsOf(text, weight) {
      const runs: Run[] = [];
      for (const { segment } of new Intl.Segmenter().segment(text.normalize("NFC").replaceAll("\t", " "))) {
        const last = runs.at(-1);
        // A line break or a space belongs to whatever stands before it.
        const found = /^\s+$/.test(segment) && last ? last.font : fontOf(segment, weight);
        isLacking ||= found === undefined;
        const run =
          found === undefined ? { font: nameOf("latin", weight), text: unknownSign } : { font: found, text: segment };
        if (last?.font === run.font) last.text += run.text;
        else runs.push(run);
      }
      return runs;
    },
  };
}

/** PDFKit keeps to itself which signs a font has; it would print an empty box and say nothing. */
function hasAll(document: Printing, name: string, signs: string): boolean {
  document.font(name);
  const { font } = (document as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })._font;
  return [...signs].every((sign) => sign === "\n" || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
}

function nameOf(script: (typeof scripts)[number], weight: Weight): string {
  return `${script} ${weight}`;
}

function fileOf(script: (typeof scripts)[number], weight: Weight): Buffer {
  const path = `@fontsource/source-serif-4/files/source-serif-4-${script}-${weight}-normal.woff`;
  const bytes = files.get(path) ?? readFileSync(resolve(path));
  files.set(path, bytes);
  return bytes;
}
