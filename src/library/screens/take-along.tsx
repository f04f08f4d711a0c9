// An article or a claim to take along: on paper, as data, its sources for a reference manager, and where this version stays.
import { saveText } from "../../web/save-text.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { Link } from "../../web/ui/link.tsx";
import { bibtexOf, cslOf } from "../citation.ts";
import type { Source } from "../source.ts";

type Props = {
  what: "Article" | "Claim";
  /** Of files: key and version. */
  name: string;
  /** Of its PDF. */
  pdf: string;
  /** On this server, where this version stays. */
  path: string;
  data: unknown;
  sources: readonly Source[];
};

export function TakeAlong({ what, name, pdf, path, data, sources }: Props) {
  const asJson = (value: unknown) => JSON.stringify(value, null, 2);
  return (
    <div className="take-along">
      <p className="row">
        <ButtonLink small kind="quiet" icon="file" download href={pdf}>
          Save as PDF
        </ButtonLink>
        <Button small kind="quiet" onClick={() => window.print()}>
          Print
        </Button>
        <Button small kind="quiet" onClick={() => saveText(`${name}.json`, asJson(data), "application/json")}>
          {what} as JSON
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
      <p className="small muted">
        This version stays at <Link href={path}>{`${window.location.origin}${path}`}</Link>
      </p>
    </div>
  );
}
