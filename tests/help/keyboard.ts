// A keyboard and nothing else: from control to control by Tab, as somebody goes who has no mouse. Whoever arrives must also see
// where they are: the control shows its focus, and nothing lies over all of it (WCAG 2.4.7 and 2.4.11).
import assert from "node:assert/strict";
import type { Locator } from "playwright-core";

/** No page of a journey has more stops than this. */
const mostStops = 150;

type Key = "Tab" | "Shift+Tab" | "ArrowDown" | "ArrowUp" | "ArrowRight" | "ArrowLeft";

/** Presses `key` until `control`, or one of several that fit, has the focus. */
export async function reach(control: Locator, key: Key = "Tab"): Promise<void> {
  const page = control.page();
  await control.and(page.locator(":not(:disabled)")).first().waitFor({ state: "attached" });
  const passed: string[] = [];
  for (;;) {
    // A page that is drawn anew may put another in its place, so it is looked for again now and then.
    if (passed.length % 10 === 0) await control.evaluateAll(keepWanted);
    const { isThere, name, unseen } = await page.evaluate<Stop>(stop);
    if (isThere) return assert.equal(unseen, null, `${control}, where it has the focus`);
    passed.push(`  ${name}`);
    if (passed.length > mostStops) assert.fail(`${key} does not reach ${control}. It went by:\n${passed.join("\n")}`);
    await page.keyboard.press(key);
  }
}

/** Goes to a button, a link, a fold or the item of a menu, and presses Enter. */
export async function press(control: Locator, key: Key = "Tab"): Promise<void> {
  await reach(control, key);
  await control.page().keyboard.press("Enter");
}

/** Goes to a box and turns it with Space. */
export async function tick(box: Locator, isOn = true): Promise<void> {
  await reach(box);
  if ((await box.isChecked()) !== isOn) await box.page().keyboard.press("Space");
  assert.equal(await box.isChecked(), isOn);
}

/** Opens a menu and takes one of its acts. */
export async function takeFrom(menu: Locator, act: string): Promise<void> {
  await press(menu);
  await press(menu.page().getByRole("menuitem", { name: act, exact: true }), "ArrowDown");
}

/** Goes to a group of radio buttons, which is one stop, and by arrows to `radio`. */
export async function pick(radio: Locator): Promise<void> {
  const page = radio.page();
  const group = await radio.getAttribute("name");
  await reach(page.locator(`input[type=radio][name="${group}"]`));
  await reach(radio, "ArrowRight");
  if (!(await radio.isChecked())) await page.keyboard.press("Space");
  assert.ok(await radio.isChecked());
}

/** Goes to a list that is one field, and types until it shows `option`. */
export async function choose(list: Locator, option: string): Promise<void> {
  await reach(list);
  await list.page().keyboard.type(option);
  const chosen = await list.evaluate((one) => (one as unknown as Select).selectedOptions[0]?.textContent);
  assert.equal(chosen, option);
}

/** Goes to a field and writes `words` instead of what is there. */
export async function write(field: Locator, words: string): Promise<void> {
  await reach(field);
  const { keyboard } = field.page();
  await keyboard.press("Control+A");
  if (words === "") await keyboard.press("Delete");
  else await keyboard.type(words);
}

/** Goes to a field for a day and writes it as Americans do, in the order of its parts. */
export async function writeDay(field: Locator, day: string): Promise<void> {
  await reach(field);
  const [year, month, ofMonth] = day.split("-");
  await field.page().keyboard.type(`${month}${ofMonth}${year}`);
  assert.equal(await field.inputValue(), day);
}

interface Select {
  selectedOptions: { textContent: string }[];
}

interface Stop {
  isThere: boolean;
  name: string;
  unseen: string | null;
}

/** Asking for role and name at every stop would take most of a journey's time. */
function keepWanted(wanted: unknown): void {
  Object.assign(globalThis, { wanted });
}

/** Close to what a screen reader says; good enough to find out where somebody went. */
const nameOf = `(at) => {
  if (at === null || at === document.body) return "(nothing)";
  const words = at.getAttribute("aria-label") ?? (at.labels?.[0] ?? at).textContent;
  return (at.getAttribute("role") ?? at.tagName.toLowerCase()) + " " + words.trim().replaceAll(/\\s+/g, " ");
}`;

/** Null, or why nobody sees that the focus is here. What a label shows stands for a radio button or a box in it. */
const whyUnseen = `(at) => {
  const shown = at.closest("label") ?? at;
  const parts = [shown, ...shown.querySelectorAll("*"), shown.parentElement, shown.parentElement.parentElement];
  const isMarked = (one) => {
    const { outlineStyle, boxShadow } = getComputedStyle(one);
    return outlineStyle !== "none" || boxShadow !== "none";
  };
  if (!parts.some(isMarked)) return "nothing shows the focus";
  const box = shown.getClientRects()[0];
  if (box === undefined) return "it has no place on the page";
  const over = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) =>
    document.elementFromPoint(box.x + box.width * x, box.y + box.height * y)));
  if (over.some((one) => one !== null && (shown.contains(one) || one.contains(shown)))) return null;
  return "it lies under or outside: " + JSON.stringify(box) + " " + (over[0]?.outerHTML.slice(0, 200) ?? "");
}`;

const stop = `(({ activeElement: at }) => {
  const isThere = (globalThis.wanted ?? []).includes(at);
  return { isThere, name: (${nameOf})(at), unseen: isThere ? (${whyUnseen})(at) : null };
})(document)`;
