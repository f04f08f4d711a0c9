// What something rests on: quiet links to claims of the library, with the caution of each that is not approved. Nothing where
// the school has no such claim. However many stand on a screen, they share one question.
import { lowered } from "../../core/capitalised.ts";
import { listClaimsInUse } from "../../library/contract.ts";
import { type ClaimInUse, claimsAt, shortOf } from "../../library/use.ts";
import { lapsedWords, stateWords } from "../../library/standing.ts";
import { useRead } from "../ask.ts";
import { Link } from "./link.tsx";
import { StatusLine } from "./notice.tsx";
import { Card, Section } from "./page.tsx";

/**
 * `at`: a use by its name in library/use.ts. `isOwn`: the school or the pair says something else here than what came with Chiron,
 * so that the claim is no reason for it.
 */
export function Why({ at, isOwn = false }: { at: string; isOwn?: boolean }) {
  return <Claims at={at} before={isOwn ? "On this: " : "Why: "} />;
}

/** The same under a heading, which says what they are. */
export function WhySection({ title, at }: { title: string; at: string }) {
  if (useClaims(at).length === 0) return null;
  return (
    <Section title={title}>
      <Card>
        <Claims at={at} before="" />
      </Card>
    </Section>
  );
}

function useClaims(at: string): ClaimInUse[] {
  const { data } = useRead(listClaimsInUse);
  return claimsAt(at, data?.items ?? []);
}

function Claims({ at, before }: { at: string; before: string }) {
  const claims = useClaims(at);
  if (claims.length === 0) return null;
  return (
    <ul className="why" role="list">
      {claims.map(({ key, statement, state, lapsed }) => (
        <li key={key}>
          <Link href={`/library/claims/${key}`}>
            {before}
            {shortOf(statement)}
          </Link>
          <Standing state={state} lapsed={lapsed} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ state, lapsed }: Pick<ClaimInUse, "state" | "lapsed">) {
  if (state === "approved") return <StatusLine kind="done">{stateWords[state]}</StatusLine>;
  return (
    <StatusLine kind="caution" icon="clock">
      {stateWords[state]}. Exercise caution{lapsed === null ? "." : `: ${lowered(lapsedWords[lapsed])}`}
    </StatusLine>
  );
}
