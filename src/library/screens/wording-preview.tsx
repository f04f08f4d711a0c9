// What the words for one reader will look like: the same Markdown, sections and numbers of sources as on the article's page.
import { useRead } from "../../web/ask.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { citeIn } from "../article.ts";
import type { ClaimLine } from "../claim.ts";
import { passagesOf } from "../cutting.ts";
import { sectionsOf } from "../passage.ts";
import { type Reader, readerWords } from "../reader.ts";
import { listSources } from "../review-contract.ts";
import { SourceLine } from "./article-text.tsx";
import { Markdown } from "./markdown.tsx";

type Props = { title: string; words: string; claims: readonly ClaimLine[]; reader: Reader };

export function WordingPreview({ title, words, claims, reader }: Props) {
  const { data } = useRead(listSources);
  const passages = passagesOf(words, title || "Without a title yet");
  const keys = [...new Set(passages.flatMap((passage) => passage.claims))];
  const claimsCited = keys.flatMap((key) => claims.filter((claim) => claim.key === key));
  const wanted = [...new Set(claimsCited.flatMap((claim) => claim.sources))];
  const sources = wanted.flatMap((key) => (data?.items ?? []).filter((source) => source.key === key));
  const cite = citeIn({ claimsCited, sources });
  return (
    <Section title={`As it will look for: ${readerWords[reader].toLowerCase()}`}>
      <Card className="preview">
        {passages.length === 0 && <p className="muted">What you write stands here as it will be read.</p>}
        {sectionsOf(passages).map(({ heading, passages: own }, at) => (
          <div key={`${heading} ${at}`} className="passage-block">
            <h3>{heading}</h3>
            {own.map((passage) => (
              <Markdown key={passage.place} words={passage.words} cite={cite} />
            ))}
          </div>
        ))}
        {sources.length > 0 && (
          <>
            <h3 className="h-small">Sources</h3>
            <ol role="list" className="refs">
              {sources.map((source, at) => (
                <SourceLine key={source.key} source={source} number={at + 1} />
              ))}
            </ol>
          </>
        )}
      </Card>
    </Section>
  );
}
