// The sidebar: what this person may open, where they are, and how the app looks. On a phone it opens from the menu button.
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Account } from "../../people/account.ts";
import { isListed, type NavGroup, navGroups, navWords, type PageEntry } from "../page-entry.ts";
import { type Appearance, appearances, useLook } from "./appearance.ts";
import { Segmented } from "./choice.tsx";
import { Icon } from "./icon.tsx";
import { laneOf } from "./lanes.ts";
import { Link, usePlace } from "./link.tsx";
import { Brand } from "./brand.tsx";

const appearanceWords: Record<Appearance, string> = { system: "System", light: "Light", dark: "Dark" };

export function Nav({ me, pages }: { me: Account; pages: readonly PageEntry[] }) {
  const box = useRef<HTMLElement>(null);
  const [appearance, setAppearance] = useLook("appearance");
  const { path } = usePlace();
  useEffect(() => {
    // Only the phone's menu is open or closed; the desk's sidebar is neither.
    if (box.current?.matches(":popover-open")) box.current.hidePopover();
  }, [path]);
  const open = pages.filter((page) => isListed(page, me));
  return (
    <nav className="nav" id="nav" ref={box} popover="auto" aria-label="Main">
      <div className="nav-brand">
        <Brand />
        <span className="school">{me.school.name}</span>
      </div>
      <div className="nav-links">
        {navGroups.map((group) => (
          <Group key={group} group={group} pages={open.filter((page) => page.nav?.group === group)} />
        ))}
      </div>
      <div className="nav-foot">
        <Segmented
          legend="Appearance"
          options={appearances.map((value) => ({ value, word: appearanceWords[value] }))}
          value={appearance}
          onValue={setAppearance}
        />
      </div>
    </nav>
  );
}

function Group({ group, pages }: { group: NavGroup; pages: readonly PageEntry[] }) {
  if (pages.length === 0) return null;
  const word = navWords[group];
  return (
    <>
      {word !== "" && (
        <p className="nav-label" id={`nav-${group}`}>
          {word}
        </p>
      )}
      <ul className="nav-list" {...(word === "" ? {} : { "aria-labelledby": `nav-${group}` })}>
        {pages.map((page) => (
          <Entry key={page.path} page={page} />
        ))}
      </ul>
    </>
  );
}

function Entry({ page: { path, title, nav } }: { page: PageEntry }) {
  const place = usePlace();
  const meta = useSyncExternalStore(listen, () => metas.get(path));
  const isHere = path === "/" ? place.path === "/" : place.path === path || place.path.startsWith(`${path}/`);
  return (
    <li>
      <Link
        href={path}
        className={nav?.lane ? laneOf(nav.lane).className : ""}
        {...(isHere ? { "aria-current": "page" } : {})}
      >
        {nav && <Icon name={nav.icon} />}
        <span>{title}</span>
        {meta !== undefined && <span className="nav-meta">{meta}</span>}
      </Link>
    </li>
  );
}

const metas = new Map<string, string>();
const listeners = new Set<() => void>();

/** A few words right of a sidebar entry: `useNavMeta("/desk", "31")`. They stay until they change. */
export function useNavMeta(path: string, words: string | undefined): void {
  useEffect(() => {
    if (words === undefined || metas.get(path) === words) return;
    metas.set(path, words);
    for (const listener of listeners) listener();
  }, [path, words]);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
