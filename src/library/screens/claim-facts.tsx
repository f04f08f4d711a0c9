// How far a claim carries: its figure with its interval, what kind of study it was, and how it stands.
import { sayShortDay } from "../../web/ui/dates.ts";
import { Card } from "../../web/ui/page.tsx";
import type { Claim } from "../claim.ts";
import { StateLine, StrengthLine } from "./claim-meta.tsx";
import { ShareLine } from "./share-line.tsx";

export function ClaimFacts({ claim }: { claim: Claim }) {
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
