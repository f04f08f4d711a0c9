// The typeface of what is printed, which comes in a file for each script: text is cut into runs of one file each.
export type Weight = 400 | 600;

const scripts = ["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"] as const;
/** Stands for a sign that no file has. */
const unknownSign = "[?]";

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

/** The names of the typeface's files: a script and a weight each. */
export const fontNames: readonly string[] = scripts.flatMap((script) => [nameOf(script, 400), nameOf(script, 600)]);

/** Gives a document the typeface. */
export function fontsFor(document: Printing, files: ReadonlyMap<string, Buffer>): Fonts {
  for (const [name, bytes] of files) document.registerFont(name, bytes);
  let isLacking = false;
  const known = new Map<string, string | undefined>();
  const fontOf = (sign: string, weight: Weight) => {
    const key = `${weight}${sign}`;
    if (!known.has(key))
      known.set(
        key,
        scripts.map((script) => nameOf(script, weight)).find((name) => hasAll(document, name, sign)),
      );
    return known.get(key);
  };
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
  return `${script}-${weight}`;
}
