// Under a claim: where it is used, what can be taken along, what a reviewer can do with it, and its history.
import { addressOf, type ReplyOf } from "../../core/endpoint.ts";
import { useMe } from "../../web/ui/me.ts";
import type { getClaim } from "../contract.ts";
import { printClaim } from "../print-contract.ts";
import { disclaimer } from "../standing.ts";
import { Versions } from "./history.tsx";
import { Judge } from "./judge.tsx";
import { TakeAlong } from "./take-along.tsx";
import { UsedIn } from "./used-in.tsx";

export function AfterClaim({ told }: { told: ReplyOf<typeof getClaim> }) {
  const { claim, sources, versions, usedIn } = told;
  const { key, version } = claim;
  const isReviewer = useMe().may.includes("review library");
  const pathOf = (number: number) => `/library/claims/${key}?version=${number}`;
  return (
    <>
      <UsedIn claimKey={key} articles={usedIn} />
      <TakeAlong
        what="Claim"
        name={`${key}-${version}`}
        pdf={addressOf(printClaim, { key }, { version })}
        path={pathOf(version)}
        data={told}
        sources={sources}
      />
      {isReviewer && <Judge kind="claim" of={claim} />}
      <Versions items={versions} shown={version} hrefOf={pathOf} />
      <p className="small muted">{disclaimer}</p>
    </>
  );
}
