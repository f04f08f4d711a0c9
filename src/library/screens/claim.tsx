// One claim: what it says, its figure with its interval, what it rests on, how it stands, and where it is used.
import { useRead } from "../../web/ask.ts";
import { sayShortDay } from "../../web/ui/dates.ts";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { draftsAudience, libraryAudience } from "../audience.ts";
import type { Claim } from "../claim.ts";
import { getClaim } from "../contract.ts";
import { SourceLine } from "./article-text.tsx";
import { Caution } from "./caution.tsx";
import { StateLine, StrengthLine } from "./claim-meta.tsx";
import { Versions } from "./history.tsx";
import { Judge } from "./judge.tsx";
import { ShareLine } from "./share-line.tsx";
import { UsedIn } from "./used-in.tsx";

export function ClaimScreen({ claimKey }: { claimKey: string }) {
  const [{ version }] = useSearch();
  const isReviewer = useMe().may.includes("review library");
  const query = version === undefined ? {} : { version };
  const { data, error } = useRead(getClaim, { params: { key: claimKey }, query });
  if (!data) return <Waiting error={error} rows={6} />;
  const { claim, sources, versions, usedIn } = data;
  const isHidden = claim.state === "draft" || claim.state === "returned";
  return (
    <Page title="Claim" lede={claim.statement}>
      <p className="row">
        <SeenChip of="this claim" audience={isHidden ? draftsAudience : libraryAudience} />
        <Link href="/library">All articles</Link>
      </p>
      <Caution of={claim} />
      <Facts claim={claim} />
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
      <UsedIn claimKey={claimKey} articles={usedIn} />
      {isReviewer && <Judge kind="claim" of={claim} />}
      <Versions
        items={versions}
        shown={claim.version}
        hrefOf={(number) => `/library/claims/${claimKey}?version=${number}`}
      />
    </Page>
  );
}

function Facts({ claim }: { claim: Claim }) {
  const { share, shareOf, strength, design, setting, limits, checkedOn, reviewBy, state, lapsed } = claim;
  return (
    <Card>
      <dl className="claim-facts">
        <dt>Status</dt>
        <dd>
          <StateLine state={state} lapsed={lapsed} />
        </dd>
        <dt>Strength</dt>
        <dd>
          <StrengthLine strength={strength}>{design}</StrengthLine>
        </dd>
        {share !== null && shareOf !== null && (
          <>
            <dt>Figure</dt>
            <dd>
              <ShareLine share={share} of={shareOf} />
            </dd>
          </>
        )}
        {setting !== "" && (
          <>
            <dt>Setting</dt>
            <dd>{setting}</dd>
          </>
        )}
        {limits !== "" && (
          <>
            <dt>What it cannot show</dt>
            <dd>{limits}</dd>
          </>
        )}
        <dt>Checked</dt>
        <dd>
          {sayShortDay(checkedOn, true)}; next review {sayShortDay(reviewBy, true)}
        </dd>
      </dl>
    </Card>
  );
}
