// Taking the looked-at files in: how far it is, and stopping it. Whoever stops learns whether anything was kept.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Progress } from "../../core/progress.ts";
import { ask, AskError, useWriteEach } from "../../web/ask.ts";
import { getImports, type ImportReport, postImport } from "../contract.ts";
import { type Draft, sentAs } from "./chosen.ts";
import { previewKey } from "./look.ts";

/** A server that hears of the end of a connection just too late has kept the import by then. */
const settleMs = 1000;

export interface Taking {
  isTaking: boolean;
  isStopping: boolean;
  /** Null until the rows have been read. */
  progress: Progress | null;
  /** All is written and being kept: too late to stop. */
  isClosing: boolean;
  error: AskError | null;
  stopped: "nothing kept" | "kept" | "not known" | null;
  take: () => void;
  stop: () => void;
  reset: () => void;
}

export function useTaking(draft: Draft, onTaken: (report: ImportReport) => void): Taking {
  const write = useWriteEach(postImport, { invalidate: [] });
  const client = useQueryClient();
  const stopping = useRef<AbortController>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isStopping, setStopping] = useState(false);
  const [stopped, setStopped] = useState<Taking["stopped"]>(null);
  const isTaking = write.isPending || isStopping;
  useStaying(isTaking);

  // All that is on screen but the look, which would try every row out once more.
  const readAgain = () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== previewKey });
  const run = async () => {
    const { signal } = (stopping.current = new AbortController());
    setProgress(null);
    setStopped(null);
    const before = await importIds();
    try {
      onTaken(await write.mutateAsync({ ...sentAs(draft), signal, onProgress: setProgress }));
      readAgain();
    } catch {
      // A refusal stands in `write.error`.
      if (!signal.aborted) return;
      setStopping(true);
      setStopped(await keptSince(before));
      setStopping(false);
      readAgain();
    }
  };
  return {
    isTaking,
    isStopping,
    progress,
    isClosing: isStopping || (progress !== null && progress.done === progress.of),
    error: write.error instanceof AskError ? write.error : null,
    stopped,
    take: () => void run(),
    stop: () => stopping.current?.abort(),
    reset: () => {
      write.reset();
      setStopped(null);
    },
  };
}

async function keptSince(before: string[] | null): Promise<Taking["stopped"]> {
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const now = await importIds();
  if (before === null || now === null) return "not known";
  return now.some((id) => !before.includes(id)) ? "kept" : "nothing kept";
}

async function importIds(): Promise<string[] | null> {
  const reply = await ask(getImports).catch(() => null);
  return reply && reply.items.map(({ importId }) => importId);
}

/** Closing the window hangs up, which stops the import: the browser asks first. */
function useStaying(isTaking: boolean): void {
  useEffect(() => {
    if (!isTaking) return;
    const ask_ = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask_);
    return () => window.removeEventListener("beforeunload", ask_);
  }, [isTaking]);
}
