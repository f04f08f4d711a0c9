// Around each page: who asks, whether they may, the screen while it loads, and what stands in its place when it fails.
import { CatchBoundary } from "@tanstack/react-router";
import { Suspense, use, useEffect, useState } from "react";
import type { Account } from "../people/account.ts";
import { getAccount } from "../people/contract.ts";
import { AskError, useRead } from "./ask.ts";
import { mayOpen, type PageEntry, type Screen } from "./page-entry.ts";
import { Broken, NotFound } from "./ui/not-found.tsx";
import { type Overlay, Overlays } from "./ui/overlays.tsx";
import { usePlace } from "./ui/link.tsx";
import { BareShell, Shell } from "./ui/shell.tsx";
import { Waiting } from "./ui/waiting.tsx";

type FrameProps = { page: PageEntry | null; pages: readonly PageEntry[]; params: Record<string, string> };

/** `page` null: no page has this address. */
export function Frame({ page, pages, params }: FrameProps) {
  if (page?.frame === "none") return <Loaded page={page} params={params} />;
  if (page?.frame === "bare")
    return (
      <BareShell title={page.title}>
        <Loaded page={page} params={params} />
      </BareShell>
    );
  return <Inside page={page} pages={pages} params={params} />;
}

function Inside({ page, pages, params }: FrameProps) {
  const { data: me, error } = useRead(getAccount);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const title = page?.title ?? "Not found";
  if (error && !me)
    return (
      <BareShell title={title}>
        <Waiting error={error} />
      </BareShell>
    );
  // A moment without a frame: drawing one only to replace it would make the page jump.
  if (!me) return <output className="vh">Loading</output>;
  return (
    <Shell me={me} pages={pages} title={title} onFind={() => setOverlay("palette")}>
      <Opened page={page} pages={pages} me={me} params={params} />
      <Overlays pages={pages} me={me} open={overlay} setOpen={setOverlay} />
    </Shell>
  );
}

function Opened({ page, pages, me, params }: FrameProps & { me: Account }) {
  const { path, go } = usePlace();
  const first = path === "/" ? pages.find((entry) => entry.nav && mayOpen(entry, me)) : undefined;
  useEffect(() => {
    // Until a page of its own stands there, home is the first page that one may open.
    if (page === null && first) go(first.path, "instead");
  });
  if (page === null) return first ? <Waiting /> : <NotFound />;
  if (!mayOpen(page, me)) return <Waiting error={notYours} />;
  return <Loaded page={page} params={params} />;
}

const notYours = new AskError(403, {
  rule: "page.hidden",
  because: "Your offices do not include this page. If they should, ask your school’s administrator.",
});

function Loaded({ page, params }: { page: PageEntry; params: Record<string, string> }) {
  // Another record is another screen: nothing typed for one may reach the next.
  const key = JSON.stringify([page.path, params]);
  return (
    <CatchBoundary getResetKey={() => key} errorComponent={Broken}>
      <Suspense key={key} fallback={<Waiting />}>
        <LazyScreen page={page} params={params} />
      </Suspense>
    </CatchBoundary>
  );
}

const againMs = 1000;
const loads = new Map<PageEntry, Promise<Screen>>();

function LazyScreen({ page, params }: { page: PageEntry; params: Record<string, string> }) {
  const Screen = use(loadOnce(page)) as (props: Record<string, string>) => ReturnType<Screen>;
  return <Screen {...params} {...page.given} />;
}

function loadOnce(page: PageEntry): Promise<Screen> {
  const before = loads.get(page);
  if (before) return before;
  const load = page.load();
  loads.set(page, load);
  // What could not be loaded is asked for again the next time; not at once, while the same screen still waits for it.
  load.catch(() => setTimeout(() => loads.delete(page), againMs));
  return load;
}
