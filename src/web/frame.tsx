// Around each page: who asks, whether they may, the screen while it loads, and what stands in its place when it fails.
import { Suspense, use } from "react";
import type { Account } from "../people/account.ts";
import { getAccount } from "../people/contract.ts";
import { AskError, useRead } from "./ask.ts";
import { mayOpen, type PageEntry, type Screen } from "./page-entry.ts";
import { NotFound } from "./ui/not-found.tsx";
import { Overlays } from "./ui/overlays.tsx";
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
  const title = page?.title ?? "Not found";
  if (!me)
    return (
      <BareShell title={title}>
        <Waiting error={error} />
      </BareShell>
    );
  return (
    <Shell me={me} pages={pages} title={title}>
      <Opened page={page} me={me} params={params} />
      <Overlays pages={pages} me={me} />
    </Shell>
  );
}

function Opened({ page, me, params }: { page: PageEntry | null; me: Account; params: Record<string, string> }) {
  if (page === null) return <NotFound />;
  if (!mayOpen(page, me)) return <Waiting error={notYours} />;
  return <Loaded page={page} params={params} />;
}

const notYours = new AskError(403, {
  rule: "page.hidden",
  because: "Your offices do not include this page. If they should, ask your school’s administrator.",
});

function Loaded({ page, params }: { page: PageEntry; params: Record<string, string> }) {
  return (
    <Suspense key={page.path} fallback={<Waiting />}>
      <LazyScreen page={page} params={params} />
    </Suspense>
  );
}

const loads = new Map<PageEntry, Promise<Screen>>();

function LazyScreen({ page, params }: { page: PageEntry; params: Record<string, string> }) {
  const Screen = use(loadOnce(page)) as (props: Record<string, string>) => ReturnType<Screen>;
  return <Screen {...params} />;
}

function loadOnce(page: PageEntry): Promise<Screen> {
  const load = loads.get(page) ?? page.load();
  loads.set(page, load);
  return load;
}
