// The top of a person's page: whether they are away, how to write to them, who sees this, and what may be done.
import { useState } from "react";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { personAudience } from "../audience.ts";
import type { Person } from "../person.ts";
import { CorrectPerson } from "./correct-person.tsx";

export function PersonHead({ person, away }: { person: Person; away: string | null }) {
  const { may, personId: me } = useMe();
  const [isCorrecting, setCorrecting] = useState(false);
  const { personId } = person;
  return (
    <>
      <div className="row">
        {away !== null && <StatusLine kind="wait">{away}</StatusLine>}
        <a href={`mailto:${person.email}`}>{person.email}</a>
        <SeenChip of="this page" audience={personAudience(person, me)} />
      </div>
      <div className="row">
        {may.includes("edit people") && (
          <Button small icon="pen" onClick={() => setCorrecting(true)}>
            Correct name or address
          </Button>
        )}
        {may.includes("manage access") && (
          <ButtonLink small icon="key" href={`/access?person=${personId}`}>
            Access
          </ButtonLink>
        )}
        {me === personId && (
          <ButtonLink small icon="eye" href="/who-sees-what">
            Who sees what of you
          </ButtonLink>
        )}
      </div>
      {isCorrecting && <CorrectPerson person={person} onClose={() => setCorrecting(false)} />}
    </>
  );
}
