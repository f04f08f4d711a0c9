// The whole site for browser tests: the server on a free port over a world, and windows in which its people sit.
import { existsSync } from "node:fs";
import { after } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openSession, type PersonKey } from "../../src/people/steward-store.ts";
import { axe, bothThemes, cutOffOn, eachWidth, openBrowser, overflowOf } from "./browser.ts";
import { listening } from "./listening.ts";
import { openWorld, type World } from "./world.ts";

const webFolder = "dist/web";
const patienceMs = 20_000;

export interface Site {
  world: World;
  /** A window in which `who` (a name of the world) is signed in. */
  windowOf(who: string, width?: number): Promise<Page>;
  /** A window in which nobody is signed in. */
  strangersWindow(): Promise<Page>;
  /** Gives somebody who came by import a session, and a name in the world. */
  signIn(name: string, key: PersonKey): Promise<void>;
  /** What the browser complained about so far: script errors, and answers of the server that are accidents. */
  complaints: string[];
}

export async function openSite(): Promise<Site> {
  if (!existsSync(`${webFolder}/index.html`))
    throw new Error("The web app is not built. Run `npm run build`, then the browser tests.");
  const world = await openWorld();
  const { door } = world;
  const origin = await listening(world, webFolder);
  const browser = await openBrowser();
  after(() => browser.close());
  const complaints: string[] = [];
  return {
    world,
    complaints,
    windowOf: async (who, width = 1280) => {
      const page = await openWindow(browser, origin, world.people[who]!.secret, complaints);
      await page.setViewportSize({ width, height: 900 });
      return page;
    },
    strangersWindow: () => openWindow(browser, origin, null, complaints),
    signIn: async (name, key) => {
      world.people[name] = { ...key, secret: await door.asSteward((tx) => openSession(tx, key, "test")) };
    },
  };
}

/** What a screen must be in both themes and at both widths: free of axe's violations, no wider than the window, no word cut off. */
export async function faultsOf(page: Page, screen: string): Promise<string[]> {
  const faults: string[] = [];
  await eachWidth(page, async () => void faults.push(...(await faultsHere(page, screen))));
  return faults;
}

/** The same at the width that the window has: for a journey that is made at each width. */
export async function faultsHere(page: Page, screen: string): Promise<string[]> {
  const faults: string[] = [];
  await bothThemes(page, async (theme) => {
    const where = `${screen} at ${page.viewportSize()?.width} in ${theme}`;
    if ((await overflowOf(page)) > 0) faults.push(`${where}: wider than the window`);
    for (const words of await cutOffOn(page)) faults.push(`${where}: cut off: ${words}`);
    for (const { rule, help, where: elements } of await axe(page))
      faults.push(`${where}: ${rule}, ${help}\n  ${elements.join("\n  ")}`);
  });
  return faults;
}

async function openWindow(
  browser: Browser,
  origin: string,
  secret: string | null,
  complaints: string[],
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
  });
  if (secret !== null) await context.addCookies([{ name: "chiron", value: secret, url: origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.url()}: ${response.status()}`);
  });
  return page;
}
