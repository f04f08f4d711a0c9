// What a reviewer finds under an article: judging it, and the board's comments.
import type { Article } from "../article.ts";
import { Comments } from "./comments.tsx";
import { Judge } from "./judge.tsx";

export function Board({ article }: { article: Article }) {
  return (
    <>
      <Judge kind="article" of={article} />
      <Comments article={article} />
    </>
  );
}
