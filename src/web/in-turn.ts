// One write for each of several rows, one after another; a refusal of one does not stop the others.
import { useState } from "react";
import { AskError } from "./ask.ts";

/** What came of a row: the reply, or why not. */
export type Outcome<Reply> = { reply: Reply } | { because: string };

/**
 * `start(rows)` writes for each in turn, told what came before it; `outcomes` has those that are answered, by key, and
 * fills while it runs.
 */
export function useInTurn<Row, Reply>(
  keyOf: (row: Row) => string,
  write: (row: Row, before: Reply[]) => Promise<Reply>,
) {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome<Reply>>>(new Map());
  const [state, setState] = useState<"asked" | "running" | "done">("asked");
  const start = async (rows: Row[]) => {
    setState("running");
    const replies: Reply[] = [];
    for (const row of rows) {
      const outcome = await write(row, replies).then((reply) => ({ reply }), refused);
      if ("reply" in outcome) replies.push(outcome.reply);
      setOutcomes((before) => new Map(before).set(keyOf(row), outcome));
    }
    setState("done");
  };
  return { outcomes, state, start };
}

function refused(error: unknown): { because: string } {
  if (error instanceof AskError) return { because: error.because };
  throw error;
}
