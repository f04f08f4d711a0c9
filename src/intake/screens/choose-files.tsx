// Files from the registrar's device, read with progress, and which are chosen so far.
import { useRef, useState } from "react";
import { FileDrop } from "../../web/ui/file-drop.tsx";
import { Notice } from "../../web/ui/notice.tsx";
import { Progress } from "../../web/ui/progress.tsx";
import { bytesMost, type Draft, endings, readChosen, withFiles } from "./chosen.ts";

type Reading = { done: number; of: number };
type Props = { draft: Draft; onDraft: (draft: Draft) => void; isBusy: boolean };

export function ChooseFiles({ draft, onDraft, isBusy }: Props) {
  const { reading, problem, read, stop } = useReading(draft, onDraft);
  return (
    <>
      {problem !== null && (
        <Notice kind="caution" title={problem} live>
          The other files are not affected.
        </Notice>
      )}
      <FileDrop
        label="Drop your exports here"
        accept={endings}
        multiple
        busy={reading !== null || isBusy}
        onFiles={(files, leftOut) => void read(files, leftOut)}
      >
        <p className="small muted">
          CSV, TSV or XLSX: learners, educators, rotations, courses, committees, training, wishes, and pairs that exist
          today. All together is best, since they name each other.
        </p>
      </FileDrop>
      {reading && (
        <Progress
          label="Reading the files on your device"
          done={reading.done}
          of={reading.of}
          words={`${megabytes(reading.done)} of ${megabytes(reading.of)} MB`}
          onCancel={stop}
        />
      )}
    </>
  );
}

function useReading(draft: Draft, onDraft: (draft: Draft) => void) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const stopping = useRef<AbortController>(null);
  const read = async (files: File[], leftOut: string[]) => {
    setProblem(leftOut.length === 0 ? null : `Left out, since only CSV, TSV and XLSX are read: ${leftOut.join(", ")}.`);
    const of = files.reduce((sum, { size }) => sum + size, 0);
    if (of > bytesMost)
      return setProblem(`These files hold ${megabytes(of)} MB. Choose up to ${megabytes(bytesMost)} MB at a time.`);
    if (files.length === 0) return;
    stopping.current = new AbortController();
    setReading({ done: 0, of });
    const { signal } = stopping.current;
    const chosen = await readChosen(files, signal, (done) => setReading({ done, of })).catch((error: unknown) => {
      if (!signal.aborted) setProblem(`${error instanceof Error ? error.message : "A file"} Choose it once more.`);
      return null;
    });
    setReading(null);
    if (chosen) onDraft(withFiles(draft, chosen));
  };
  return { reading, problem, read, stop: () => stopping.current?.abort() };
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
