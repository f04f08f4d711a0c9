// The banner of what is not approved. It stands wherever such a thing stands.
import { Notice } from "../../web/ui/notice.tsx";
import { plural } from "../../core/plural.ts";
import { type Lapsed, lapsedWords, reviewersWanted, type State } from "../standing.ts";

type Of = { state: State; lapsed: Lapsed | null; approvals: number; claims?: number; openClaims?: number };

export function Caution({ of }: { of: Of }) {
  const { state, lapsed, approvals, claims = 0, openClaims = 0 } = of;
  if (state === "approved") return null;
  if (state === "draft" || state === "returned")
    return (
      <Notice
        kind="caution"
        title={
          state === "draft" ? "A draft. Only reviewers read it." : "Returned to its author. Only reviewers read it."
        }
      />
    );
  const board = `${approvals} of ${reviewersWanted} reviewers have approved it.`;
  const parts =
    openClaims > 0
      ? ` ${openClaims} of its ${plural(claims, "claim")} ${openClaims === 1 ? "is" : "are"} not approved; each is marked.`
      : "";
  return (
    <Notice kind="caution" title="Exercise caution: pending human review.">
      <p>
        {lapsed !== null && lapsed !== "claims" && `${lapsedWords[lapsed]} `}
        {board}
        {parts} For education only.
      </p>
    </Notice>
  );
}
