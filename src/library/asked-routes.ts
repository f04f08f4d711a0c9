// Handlers of the questions on the reviewers' list.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { gathered, isDone } from "./asked.ts";
import { listQuestions, sayOutcome } from "./asked-contract.ts";
import { addOutcomes, nearQuestions, questionsAsked, type Said } from "./asked-store.ts";
import { newestVersion } from "./review-store.ts";

export const askedRoutes: Route[] = [
  serve(listQuestions, async ({ tx, me }) => {
    const lines = gathered(await questionsAsked(tx, me), await nearQuestions(tx, me));
    return { open: lines.filter((line) => !isDone(line)), done: lines.filter(isDone) };
  }),

  serve(sayOutcome, async ({ tx, me, body: { questions, kind, articleKey, reason } }) => {
    const isAside = kind === "set aside";
    if (!isAside && (articleKey === null || (await newestVersion(tx, me, "article", articleKey)) === 0))
      throw new Refusal("absent", "article.absent", "There is no such article in the library. Choose another one.", [
        { field: "articleKey", because: "Choose an article of the library." },
      ]);
    await sayOf(tx, me, questions, { kind, articleKey: isAside ? null : articleKey, reason });
    return { done: true } as const;
  }),
];

/** Of all of them or of none. */
export async function sayOf(
  tx: Tx,
  me: Me,
  questions: readonly { questionId: string; turn: number }[],
  said: Said,
): Promise<void> {
  if ((await addOutcomes(tx, me, questions, said)) !== questions.length)
    throw new Refusal(
      "absent",
      "question.absent",
      "There is no such question on the reviewers' list. Reload the list.",
    );
}
