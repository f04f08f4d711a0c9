// Under an article: a question to the library, what a reviewer can do with it, and its history.
import type { Article } from "../article.ts";
import { useMe } from "../../web/ui/me.ts";
import { AskLibrary } from "./ask-library.tsx";
import { Comments } from "./comments.tsx";
import { History } from "./history.tsx";
import { Judge } from "./judge.tsx";

export function AfterArticle({ article }: { article: Article }) {
  const { key, version, reader } = article;
  const isReviewer = useMe().may.includes("review library");
  return (
    <>
      <AskLibrary />
      {isReviewer && <Judge kind="article" of={article} />}
      {isReviewer && <Comments article={article} />}
      <History articleKey={key} shown={version} reader={reader} />
    </>
  );
}
