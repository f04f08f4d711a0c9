// A passage that was found: quoted as it stands, with its article, its claims and whether the board has approved it.
import { StatusLine } from "../../web/ui/notice.tsx";
import { Link } from "../../web/ui/link.tsx";
import type { Found } from "../found.ts";
import { readerWords } from "../reader.ts";
import { stateWords } from "../standing.ts";

export function FoundPassage({ found }: { found: Found }) {
  const { articleKey, title, heading, segments, claims, isApproved, place, reader } = found;
  return (
    <blockquote className="passage">
      <p>
        {segments.map(({ text, isHit }, at) => (isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
      </p>
      <footer>
        <StatusLine kind={isApproved ? "done" : "caution"} icon={isApproved ? "check" : "clock"}>
          {isApproved ? "Approved" : "Exercise caution: pending human review"}
        </StatusLine>
        <Link href={`/library/${articleKey}#passage-${place}`}>
          {title}, {heading.toLowerCase() === title.toLowerCase() ? "at the beginning" : `under ${heading}`}
        </Link>
        <span className="muted">Words for: {readerWords[reader].toLowerCase()}</span>
        {claims.map(({ key, state }, at) => (
          <Link key={key} href={`/library/claims/${key}`}>
            Claim {at + 1}
            <span className="vh"> of this passage</span>
            {state === "approved" ? "" : `, ${stateWords[state].toLowerCase()}`}
          </Link>
        ))}
      </footer>
    </blockquote>
  );
}
