// The frame around every screen: sidebar, top bar, main, footer.
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Account } from "../../people/account.ts";
import { sayLongDay } from "./dates.ts";
import { AccountMenu } from "./account-menu.tsx";
import { Brand } from "./brand.tsx";
import { ButtonLink, IconButton } from "./button.tsx";
import { Link, usePlace } from "./link.tsx";
import { MeContext } from "./me.ts";
import { Nav } from "./nav.tsx";
import { FrameContext } from "./page.tsx";
import type { PageEntry } from "../page-entry.ts";
import { Toasts } from "./toast.tsx";

type ShellProps = { me: Account; pages: readonly PageEntry[]; title: string; children: ReactNode };

/** `title` is the current page's, from the list of pages, for screens that are still waiting. */
export function Shell({ me, pages, title, children }: ShellProps) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <MeContext value={me}>
      <FrameContext value={{ slot, title }}>
        <a className="skip" href="#main">
          Skip to main content
        </a>
        <div className="shell">
          <Nav me={me} pages={pages} />
          <div className="page">
            <Topbar me={me} onSlot={setSlot} />
            <Main>{children}</Main>
            <Foot />
          </div>
        </div>
        <Toasts />
      </FrameContext>
    </MeContext>
  );
}

/** The frame of pages before sign-in: the brand, the page, the footer. */
export function BareShell({ title, children }: { title: string; children: ReactNode }) {
  return (
    <FrameContext value={{ slot: null, title }}>
      <div className="bare">
        <header>
          <Brand />
        </header>
        <Main>{children}</Main>
        <Foot />
      </div>
      <Toasts />
    </FrameContext>
  );
}

function Topbar({ me, onSlot }: { me: Account; onSlot: (slot: HTMLElement | null) => void }) {
  return (
    <header className="topbar">
      <IconButton icon="menu" label="Menu" className="icon-button menu-button" popoverTarget="nav" />
      <span className="topbar-brand">
        <Brand />
      </span>
      <p className="context">
        {sayLongDay(me.school.today)}
        <span ref={onSlot} />
      </p>
      <div className="topbar-end">
        <span className="see-as-link">
          <ButtonLink kind="quiet" icon="eye" href="/who-sees-what">
            <span>See as someone else</span>
          </ButtonLink>
        </span>
        <AccountMenu me={me} />
      </div>
    </header>
  );
}

/** Moving to another page puts the focus here, so that a keyboard or a screen reader starts at its top. */
function Main({ children }: { children: ReactNode }) {
  const { path } = usePlace();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      {children}
    </main>
  );
}

function Foot() {
  return (
    <footer className="foot">
      <p>Chiron is open source and runs on this school’s own servers.</p>
      <p>
        <Link href="/reference">API</Link>
      </p>
    </footer>
  );
}
