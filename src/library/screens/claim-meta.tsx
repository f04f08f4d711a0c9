// What stands under a sentence: how strong its claim is, what it rests on, and whether the board has approved it.
import type { ReactNode } from "react";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Link } from "../../web/ui/link.tsx";
import { type Claim, groundsOf, type Strength, strengths, strengthWords } from "../claim.ts";
import { type Lapsed, lapsedWords, type State, stateWords } from "../standing.ts";

/** `number`: the how many-th of its article. */
export function ClaimMeta({ claim, number }: { claim: Claim; number: number }) {
  const isPending = claim.state !== "approved";
  return (
    <div className={`claim-meta${isPending ? " pending" : ""}`}>
      <StrengthLine strength={claim.strength}>{groundsOf(claim)}</StrengthLine>
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

/** Good news is plain; what is not approved says so, and why where it has been before. */
export function StateLine({ state, lapsed }: { state: State; lapsed: Lapsed | null }) {
  return (
    <StatusLine kind={state === "approved" ? "done" : "caution"} icon={state === "approved" ? "check" : "clock"}>
      {stateWords[state]}
      {lapsed !== null && `. ${lapsedWords[lapsed]}`}
    </StatusLine>
  );
}
