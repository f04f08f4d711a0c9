// An article to take along: on paper, as data, and its sources for a reference manager.
import { saveText } from "../../web/save-text.ts";
import { Button } from "../../web/ui/button.tsx";
import type { Article } from "../article.ts";
import { bibtexOf, cslOf } from "../citation.ts";

export function TakeAlong({ article }: { article: Article }) {
  const { key, version, sources } = article;
  const name = `${key}-${version}`;
  const asJson = (value: unknown) => JSON.stringify(value, null, 2);
  return (
    <p className="row take-along">
      <Button small kind="quiet" onClick={() => window.print()}>
        Print, or save as PDF
      </Button>
      <Button small kind="quiet" onClick={() => saveText(`${name}.json`, asJson(article), "application/json")}>
        Article as JSON
      </Button>
      <Button small kind="quiet" onClick={() => saveText(`${name}.bib`, bibtexOf(sources), "application/x-bibtex")}>
        Sources as BibTeX
      </Button>
      <Button
        small
        kind="quiet"
        onClick={() =>
          saveText(`${name}-sources.json`, asJson(cslOf(sources)), "application/vnd.citationstyles.csl+json")
        }
      >
        Sources as CSL-JSON
      </Button>
    </p>
  );
}
