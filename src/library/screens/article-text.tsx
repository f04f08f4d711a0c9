// The text of an article: its sections, under each passage the claims that it is the first to cite, and the sources.
import { sayShortDay } from "../../web/ui/dates.ts";
import { Section } from "../../web/ui/page.tsx";
import type { Article } from "../article.ts";
import type { Claim } from "../claim.ts";
import type { Passage } from "../passage.ts";
import { citationOf, linksOf, type Source } from "../source.ts";
import { ClaimMeta } from "./claim-meta.tsx";
import { type CiteOf, Markdown } from "./markdown.tsx";

interface Cited {
  claimsCited: readonly Pick<Claim, "key" | "statement" | "sources" | "share" | "shareOf">[];
  sources: readonly { key: string }[];
}

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

export function sectionsOf(passages: readonly Passage[]): { heading: string; passages: Passage[] }[] {
  const sections: { heading: string; passages: Passage[] }[] = [];
  for (const passage of passages) {
    const last = sections.at(-1);
    if (last?.heading === passage.heading) last.passages.push(passage);
    else sections.push({ heading: passage.heading, passages: [passage] });
  }
  return sections;
}

export function sectionId(at: number): string {
  return `section-${at + 1}`;
}

/** The numbers of sources on a page, by the claims that lead to them. */
export function citeIn({ claimsCited, sources }: Cited): CiteOf {
  return (key) => {
    const claim = claimsCited.find((one) => one.key === key);
    if (claim === undefined) return null;
    const numbers = claim.sources.map((source) => sources.findIndex((one) => one.key === source) + 1);
    const { statement, share, shareOf } = claim;
    return { numbers: numbers.filter((number) => number > 0), statement, share, shareOf };
  };
}

function PassageView({ passage, article, cite }: { passage: Passage; article: Article; cite: CiteOf }) {
  const before = article.passages.filter(({ place }) => place < passage.place).flatMap(({ claims }) => claims);
  const first = passage.claims.filter((key) => !before.includes(key));
  const claims = first.flatMap((key) => article.claimsCited.filter((claim) => claim.key === key));
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

export function sayChecked({ isVerified, isRetracted, checkedOn }: Source): string {
  if (!isVerified) return "Not found yet. Nothing that rests on it is approved.";
  if (checkedOn === null) return "Nobody here has looked up yet whether it is retracted.";
  const day = sayShortDay(checkedOn, true);
  return isRetracted === true ? `Retracted, as of ${day}.` : `Not retracted, as of ${day}.`;
}
