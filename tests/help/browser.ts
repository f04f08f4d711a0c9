// A real browser for tests: the system's Chromium, axe over a page, both themes, the widths that matter.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const candidates = [
  process.env.CHIRON_CHROMIUM,
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const themes = ["light", "dark"] as const;
export const widths = [390, 1280] as const;

/** Where a Chromium is, or null: then browser tests say that they were left out, and why. */
export function findChromium(): string | null {
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null;
}

/** Close it in an `after`. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("No Chromium found: install one, or set CHIRON_CHROMIUM to its path.");
  return chromium.launch({ executablePath, args });
}

export interface Violation {
  rule: string;
  help: string;
  /** The first few elements it concerns, as selectors with the reason. */
  where: string[];
}

/** What axe finds on the page as it stands: WCAG 2.0 to 2.2 A and AA, and best practice. Works under the strict CSP. */
export async function axe(page: Page): Promise<Violation[]> {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  // An init script or a script tag would be stopped by the page's policy; the debugger's door is not.
  await page.evaluate(source);
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { axe: found } = globalThis as unknown as { axe: Axe };
    const { violations } = await found.run({ runOnly: { type: "tag", values: tags } });
    return violations.map(({ id, help, nodes }) => ({
      rule: id,
      help,
      where: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary ?? ""}`),
    }));
  });
}

interface Axe {
  run(
    options: unknown,
  ): Promise<{ violations: { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }[] }>;
}

/** Runs `look` in the light and in the dark theme, as a reader's system would ask for them. */
export async function bothThemes(page: Page, look: (theme: (typeof themes)[number]) => Promise<void>): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await look(theme);
  }
}

/** Runs `look` at each of `widths`, in a window 900 high. */
export async function eachWidth(page: Page, look: (width: number) => Promise<void>): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await look(width);
  }
}

/** Pixels by which the page is wider than its window; 0 where nobody has to scroll sideways. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number; clientWidth: number } };
    };
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });
}

/** Words of the page that its own boxes cut off: a card hides what runs over its edge. Words for screen readers only are no such. */
export async function cutOffOn(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const hides = (box) => ["hidden", "clip"].includes(getComputedStyle(box).overflowX);
    const cut = [];
    const texts = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { right, width } = range.getBoundingClientRect();
      if (text.data.trim() === "" || width === 0) continue;
      const boxes = [];
      for (let box = text.parentElement; box !== null && box.tagName !== "MAIN"; box = box.parentElement) boxes.push(box);
      if (boxes.some((box) => box.clientWidth <= 1 || getComputedStyle(box).clipPath !== "none")) continue;
      if (boxes.some((box) => hides(box) && right > box.getBoundingClientRect().right + 1)) cut.push(text.data.trim());
    }
    return cut;
  })()`);
}

/** A picture of the whole page in the temporary folder, for eyes only. Returns its path. */
export async function shot(page: Page, name: string): Promise<string> {
  const path = join(tmpdir(), `chiron-${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
