// Under an article: what can be taken along, a question to the library, what a reviewer can do with it, and its history.
import { addressOf } from "../../core/endpoint.ts";
import { useMe } from "../../web/ui/me.ts";
import type { Article } from "../article.ts";
import { printArticle } from "../print-contract.ts";
import { disclaimer } from "../standing.ts";
import { AskLibrary } from "./ask-library.tsx";
import { Comments } from "./comments.tsx";
import { History } from "./history.tsx";
import { Judge } from "./judge.tsx";
import { TakeAlong } from "./take-along.tsx";

export function AfterArticle({ article }: { article: Article }) {
  const { key, version, reader, sources } = article;
  const isReviewer = useMe().may.includes("review library");
  return (
    <>
      <TakeAlong
        what="Article"
        name={`${key}-${version}`}
        pdf={addressOf(printArticle, { key }, { reader, version })}
        path={`/library/${key}?version=${version}`}
        data={article}
        sources={sources}
      />
      <AskLibrary />
      {isReviewer && <Judge kind="article" of={article} />}
      {isReviewer && <Comments article={article} />}
      <History articleKey={key} shown={version} reader={reader} />
      <p className="small muted">{disclaimer}</p>
    </>
  );
}
