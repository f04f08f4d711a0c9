// What opens from anywhere: the command palette with Ctrl or Cmd and K or the button in the top bar, the list of shortcuts
// with "?".
import { lazy, Suspense, useEffect } from "react";
import type { Account } from "../../people/account.ts";
import { listPeople } from "../../people/person-contract.ts";
import { sayWhatAndWhere } from "../../people/saying.ts";
import { ask } from "../ask.ts";
import type { PageEntry } from "../page-entry.ts";

const CommandPalette = lazy(() => import("./command-palette.tsx").then((file) => ({ default: file.CommandPalette })));
const KeyboardSheet = lazy(() => import("./keyboard-sheet.tsx").then((file) => ({ default: file.KeyboardSheet })));

export type Overlay = "palette" | "keys" | null;

type OverlaysProps = { pages: readonly PageEntry[]; me: Account; open: Overlay; setOpen: (open: Overlay) => void };

export function Overlays({ pages, me, open, setOpen }: OverlaysProps) {
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const isPalette = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
      const isKeys = event.key === "?" && !isTyping(event.target);
      if (!isPalette && !isKeys) return;
      event.preventDefault();
      setOpen(isPalette ? "palette" : "keys");
    };
    window.addEventListener("keydown", heard);
    return () => window.removeEventListener("keydown", heard);
  }, [setOpen]);
  const close = () => setOpen(null);
  return (
    <Suspense fallback={null}>
      {open === "palette" && <CommandPalette pages={pages} me={me} findPeople={findPeople} onClose={close} />}
      {open === "keys" && <KeyboardSheet onClose={close} />}
    </Suspense>
  );
}

async function findPeople(named: string) {
  const { items } = await ask(listPeople, { query: { named, limit: 8 } });
  return items.map((person) => ({
    href: `/people/${person.personId}`,
    words: `${person.givenName} ${person.familyName}`,
    hint: sayWhatAndWhere(person),
  }));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
