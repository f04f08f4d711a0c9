// The text of an article: its sections, under each passage the claims that it is the first to cite, and the sources.
import { sayShortDay } from "../../web/ui/dates.ts";
import { Section } from "../../web/ui/page.tsx";
import { type Article, type CiteOf, citeIn, firstCitedIn } from "../article.ts";
import { type Passage, sectionsOf } from "../passage.ts";
import { checkOf, citationOf, linksOf, type Source } from "../source.ts";
import { ClaimMeta } from "./claim-meta.tsx";
import { Markdown } from "./markdown.tsx";

export function ArticleText({ article }: { article: Article }) {
  const cite = citeIn(article);
  const sections = sectionsOf(article.passages);
  return (
    <>
      {sections.map(({ heading, passages }, at) => (
        <Section key={`${heading} ${at}`} title={heading} id={sectionId(at)} className="passage-block">
          {passages.map((passage) => (
            <PassageView key={passage.place} passage={passage} article={article} cite={cite} />
          ))}
        </Section>
      ))}
      <Section title="Sources" id="sources">
        <ol role="list" className="refs">
          {article.sources.map((source, at) => (
            <SourceLine key={source.key} source={source} number={at + 1} />
          ))}
        </ol>
      </Section>
    </>
  );
}

export function sectionId(at: number): string {
  return `section-${at + 1}`;
}

function PassageView({ passage, article, cite }: { passage: Passage; article: Article; cite: CiteOf }) {
  const claims = firstCitedIn(article, passage);
  return (
    <div className="passage-block" id={`passage-${passage.place}`}>
      <Markdown words={passage.words} cite={cite} />
      {claims.length > 0 && (
        <div className="claims-of">
          {claims.map((claim) => (
            <ClaimMeta key={claim.key} claim={claim} number={article.claimsCited.indexOf(claim) + 1} />
          ))}
        </div>
      )}
    </div>
  );
}

/** `supports`: what a claim says of it, where one claim is looked at. */
export function SourceLine({ source, number, supports = "" }: { source: Source; number?: number; supports?: string }) {
  return (
    <li {...(number === undefined ? {} : { id: `source-${number}` })}>
      <span className="ref-n">{number ?? ""}</span>
      <p>
        {citationOf(source)}{" "}
        {linksOf(source).map(({ name, href }) => (
          <span key={href}>
            <a href={href} rel="noreferrer noopener">
              {name}
            </a>{" "}
          </span>
        ))}
        {supports !== "" && <span className="small block">{supports}</span>}
        <span className="small muted block">{sayChecked(source)}</span>
        {source.note !== "" && <span className="small muted block">{source.note}</span>}
      </p>
    </li>
  );
}

export function sayChecked(source: Source): string {
  return checkOf(source, (day) => sayShortDay(day, true));
}
