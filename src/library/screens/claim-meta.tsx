// What stands under a sentence: how strong its claim is, what it rests on, and whether the board has approved it.
import type { ReactNode } from "react";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Link } from "../../web/ui/link.tsx";
import { type Claim, type Strength, strengths } from "../claim.ts";
import { intervalOf } from "../share.ts";
import { type Lapsed, lapsedWords, type State, stateWords } from "../standing.ts";

/** `number`: the how many-th of its article. */
export function ClaimMeta({ claim, number }: { claim: Claim; number: number }) {
  const isPending = claim.state !== "approved";
  return (
    <div className={`claim-meta${isPending ? " pending" : ""}`}>
      <StrengthLine strength={claim.strength}>
        {claim.design}
        {claim.share !== null && claim.shareOf !== null && `, ${sayShare(claim.share, claim.shareOf)}`}
        {claim.limits !== "" && `. ${claim.limits}`}
      </StrengthLine>
      <span className="claim-state">
        <StateLine state={claim.state} lapsed={null} />
        <Link href={`/library/claims/${claim.key}`}>
          Claim {number}
          <span className="vh">: {claim.statement}</span>
        </Link>
      </span>
    </div>
  );
}

export function StrengthLine({ strength, children }: { strength: Strength; children?: ReactNode }) {
  const bars = strengths.indexOf(strength);
  return (
    <span className="strength">
      <span className="s-bars" aria-hidden="true">
        {strengths.slice(1).map((one, at) => (
          <i key={one} className={at < bars ? "on" : ""} />
        ))}
      </span>
      <span>
        <b>{strengthWords[strength]}.</b> {children}
      </span>
    </span>
  );
}

export const strengthWords: Record<Strength, string> = {
  "not rated": "Not rated",
  "expert view": "Expert view",
  limited: "Limited",
  moderate: "Moderate",
  strong: "Strong",
};

/** Good news is plain; what is not approved says so, and why where it has been before. */
export function StateLine({ state, lapsed }: { state: State; lapsed: Lapsed | null }) {
  return (
    <StatusLine kind={state === "approved" ? "done" : "caution"} icon={state === "approved" ? "check" : "clock"}>
      {stateWords[state]}
      {lapsed !== null && `. ${lapsedWords[lapsed]}`}
    </StatusLine>
  );
}

/** "21 of 25, 84 %, 95 % interval 65 to 94 %". */
export function sayShare(share: number, of: number): string {
  const { percent, from, to } = intervalOf(share, of);
  return `${share} of ${of}, ${percent} %, 95 % interval ${from} to ${to} %`;
}
