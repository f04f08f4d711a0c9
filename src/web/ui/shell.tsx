// The frame around every screen: sidebar, top bar, main, footer.
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Account } from "../../people/account.ts";
import { Brand } from "./brand.tsx";
import { Link, usePlace } from "./link.tsx";
import { MeContext } from "./me.ts";
import { Nav } from "./nav.tsx";
import { FrameContext } from "./page.tsx";
import type { PageEntry } from "../page-entry.ts";
import { Toasts } from "./toast.tsx";
import { Topbar } from "./topbar.tsx";

type ShellProps = {
  me: Account;
  pages: readonly PageEntry[];
  title: string;
  /** Opens the way to any page or person. */
  onFind: () => void;
  children: ReactNode;
};

/** `title` is the current page's, from the list of pages, for screens that are still waiting. */
export function Shell({ me, pages, title, onFind, children }: ShellProps) {
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
            <Topbar me={me} onSlot={setSlot} onFind={onFind} />
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
