// One claim: what it says, how far that carries, what it rests on, how it stands, and where it is used.
import { useRead } from "../../web/ask.ts";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { draftsAudience, libraryAudience } from "../audience.ts";
import { getClaim } from "../contract.ts";
import { AfterClaim } from "./after-claim.tsx";
import { SourceLine } from "./article-text.tsx";
import { Caution } from "./caution.tsx";
import { ClaimFacts } from "./claim-facts.tsx";

export function ClaimScreen({ claimKey }: { claimKey: string }) {
  const [{ version }] = useSearch();
  const query = version === undefined ? {} : { version };
  const { data, error } = useRead(getClaim, { params: { key: claimKey }, query });
  if (!data) return <Waiting error={error} rows={6} />;
  const { claim, isCurrent, sources } = data;
  const isHidden = claim.state === "draft" || claim.state === "returned";
  return (
    <Page title="Claim" lede={claim.statement}>
      <p className="row">
        <SeenChip of="this claim" audience={isHidden ? draftsAudience : libraryAudience} />
        <Link href="/library">All articles</Link>
      </p>
      <Caution of={{ ...claim, isCurrent }} today={`/library/claims/${claimKey}`} />
      <ClaimFacts claim={claim} />
      <Section title="Sources">
        <ul role="list" className="refs">
          {sources.map((source, at) => (
            <SourceLine
              key={source.key}
              source={source}
              number={at + 1}
              supports={claim.supports[claim.sources.indexOf(source.key)] ?? ""}
            />
          ))}
        </ul>
      </Section>
      <AfterClaim told={data} />
    </Page>
  );
}
