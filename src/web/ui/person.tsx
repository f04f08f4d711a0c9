// A person, by initials and by name.
import type { Program } from "../../programs/program.ts";
import { laneOf } from "./lanes.ts";
import { Link } from "./link.tsx";

type Named = { givenName: string; familyName: string };

/** Initials in a round field, tinted when the person stands in a lane; the name is always beside it. */
export function Avatar({ givenName, familyName, lane, large }: Named & { lane?: Program; large?: boolean }) {
  return (
    <span className={`avatar${large ? " lg" : ""} ${lane ? laneOf(lane).className : ""}`} aria-hidden="true">
      {initial(givenName) + initial(familyName)}
    </span>
  );
}

/** The name, as a link where `href` leads to the person. `beside` goes on a line below: "with Dr. Fatima Zahran". */
export function PersonName({ givenName, familyName, href, beside }: Named & { href?: string; beside?: string }) {
  const name = `${givenName} ${familyName}`;
  return (
    <>
      {href ? <Link href={href}>{name}</Link> : name}
      {beside !== undefined && <span className="with">{beside}</span>}
    </>
  );
}

function initial(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? "";
}
