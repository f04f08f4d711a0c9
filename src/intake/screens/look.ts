// Looking at the chosen files: asks the server what they would bring, again after each change, and can be stopped.
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask, type AskError } from "../../web/ask.ts";
import { type ImportReport, previewImport } from "../contract.ts";
import type { AnsweredBefore, Question } from "../judged.ts";
import type { Progress } from "../../core/progress.ts";
import { type Draft, sentAs } from "./chosen.ts";

export const previewKey = "import preview";
/** Several corrections in a row are one look. */
const pauseMs = 400;

export interface Look {
  /** The newest answer; it may be of the draft before this one while `isLooking`. */
  report: ImportReport | undefined;
  error: AskError | null;
  isLooking: boolean;
  /** How far it is; null until the rows have been read. */
  progress: Progress | null;
  /** The report is of the draft as it stands. */
  isCurrent: boolean;
  stop: () => void;
  again: () => void;
}

export function useLook(draft: Draft, isOn: boolean): Look {
  const [asked, setAsked] = useState(draft);
  // The version that somebody stopped, whether it was being looked at already or waited for the pause.
  const [stopped, setStopped] = useState<number | null>(null);
  const isStopped = stopped === draft.version;
  const [progress, setProgress] = useState<Progress | null>(null);
  const client = useQueryClient();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(draft), pauseMs);
    return () => clearTimeout(timer);
  }, [draft]);
  // The bytes stand in the function and not in the key, and are forgotten with the screen.
  const queryKey = [previewKey, asked.version];
  const looking = useQuery<ImportReport, AskError>({
    queryKey,
    queryFn: ({ signal }) => {
      setProgress(null);
      const onProgress = (next: Progress) => signal.aborted || setProgress(next);
      return ask(previewImport, { ...sentAs(asked), signal, onProgress });
    },
    enabled: isOn && !isStopped && asked.files.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isLooking = isOn && !isStopped && (looking.isFetching || asked !== draft);
  return {
    report: looking.data,
    error: looking.error,
    isLooking,
    progress: asked === draft ? progress : null,
    isCurrent: looking.isSuccess && !looking.isPlaceholderData && !isLooking && !isStopped,
    stop: () => {
      setStopped(draft.version);
      void client.cancelQueries({ queryKey });
    },
    again: () => {
      setStopped(null);
      if (!isStopped) void looking.refetch();
    },
  };
}

/** Every question asked so far: an answered one is asked no more, and its answer can still be changed. */
export function useQuestions(report: ImportReport | undefined): { asked: Question[]; before: AnsweredBefore[] } {
  const [known, setKnown] = useState<{
    report: ImportReport | undefined;
    asked: Question[];
    before: AnsweredBefore[];
  }>({ report: undefined, asked: [], before: [] });
  if (report !== known.report) {
    const { questions = [], answeredBefore = [] } = report ?? {};
    setKnown({ report, asked: withNew(known.asked, questions), before: withNew(known.before, answeredBefore) });
  }
  return known;
}

function withNew<T extends { id: string }>(known: T[], more: T[]): T[] {
  return [...known, ...more.filter(({ id }) => known.every((one) => one.id !== id))];
}
