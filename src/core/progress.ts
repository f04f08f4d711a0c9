// Answers that tell how far they have come, for whoever asks for this type: one JSON object a line, `{ done, of }` each
// time, and as the last line `{ reply }` or `{ problem }`. Whoever hangs up before the end stops the work.
import { z } from "zod";

export const progressType = "application/x-ndjson";

export const Progress = z.object({ done: z.number().int(), of: z.number().int() });
export type Progress = z.infer<typeof Progress>;

/** Says how far the work is. Throws once nobody listens any more; after `done` = `of` the work is being kept. */
export type Tell = (done: number, of: number) => Promise<void>;

/** For work that nobody watches: lets others have their turn, and goes on. */
export async function tellNobody(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

export type Ending = { reply: unknown } | { problem: Record<string, unknown> };

/** Reads such an answer to its end. Rejects where the stream breaks off. */
export async function endingOf(response: Response, onProgress: (progress: Progress) => void): Promise<Ending> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done || value === undefined) throw new TypeError("the answer broke off");
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const said = JSON.parse(line) as Progress | Ending;
      if ("done" in said) onProgress(said);
      else return said;
    }
  }
}
