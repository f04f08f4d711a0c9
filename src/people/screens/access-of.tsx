// The access of one person: how they get in, an invitation for them, and their offices.
import { useState } from "react";
import { useWrite, useWriteEach } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { SelectField } from "../../web/ui/field.tsx";
import { Facts } from "../../web/ui/figures.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import type { Access } from "../access.ts";
import { endOffice, giveOffice, invitePerson, withdrawInvitations } from "../access-contract.ts";
import { type Office, offices } from "../roles.ts";
import { officeWords } from "../saying.ts";
import { ShownOnce } from "../../web/ui/shown-once.tsx";

export function AccessOf({ access }: { access: Access }) {
  return (
    <>
      <h2>{access.name}</h2>
      <Invitation access={access} />
      <Offices access={access} />
    </>
  );
}

function Invitation({ access }: { access: Access }) {
  const { personId, name, email, hasPassword, passkeys, invitedUntil, leftOn } = access;
  const { school } = useMe();
  const inviting = useWrite(invitePerson, { params: { id: personId } });
  const withdrawing = useWrite(withdrawInvitations, { params: { id: personId } });
  const hasWay = hasPassword || passkeys > 0;
  const until = invitedUntil === null ? null : sayInstant(invitedUntil, school.timeZone);
  return (
    <Section title="How they get in">
      <Card className="section">
        <Problem error={inviting.error ?? withdrawing.error} />
        <Facts
          facts={[
            ["Address", email],
            ["Ways in", waysIn(access)],
            ["Invitation", until === null ? "None open" : `Open until ${until}`],
          ]}
        />
        {inviting.data ? (
          <HandOver
            name={name}
            link={`${window.location.origin}/welcome/${inviting.data.secret}`}
            isMailed={inviting.data.isMailed}
          />
        ) : (
          leftOn === null && (
            <div className="row">
              <Button kind="primary" icon="send" busy={inviting.isPending} onClick={() => inviting.mutate({})}>
                {hasWay ? "Make a new way in" : "Invite them"}
              </Button>
              {invitedUntil !== null && (
                <Button busy={withdrawing.isPending} onClick={() => withdrawing.mutate(undefined)}>
                  Take the invitation back
                </Button>
              )}
            </div>
          )
        )}
        {hasWay && !inviting.data && (
          <p className="small muted">
            For who lost their password or device. Once they use it, they are signed out everywhere else.
          </p>
        )}
      </Card>
    </Section>
  );
}

function HandOver({ name, link, isMailed }: { name: string; link: string; isMailed: boolean }) {
  return (
    <>
      <ShownOnce label={`Link for ${name}`} secret={link} />
      <p className="small muted">
        {isMailed
          ? `Chiron mails ${name} a link of their own. Hand this one over only if that does not arrive. The first that is used opens the account.`
          : `No mail server is set: hand the link over yourself, to nobody but ${name}. It opens the account once.`}
      </p>
    </>
  );
}

/** "A password, one passkey". */
function waysIn({ hasPassword, passkeys }: Access): string {
  const keys = passkeys === 1 ? "one passkey" : `${passkeys} passkeys`;
  return [hasPassword ? "a password" : "", passkeys === 0 ? "" : keys].filter(Boolean).join(", ") || "none yet";
}

function Offices({ access: { personId, name, offices: held } }: { access: Access }) {
  const { school } = useMe();
  const giving = useWrite(giveOffice, { params: { id: personId } });
  const ending = useWriteEach(endOffice);
  const free = offices.filter((office) => !held.some((one) => one.office === office));
  const [picked, setPicked] = useState<Office>();
  const chosen = picked !== undefined && free.includes(picked) ? picked : free[0];
  return (
    <Section title="Offices">
      <Card className="section">
        <Problem error={giving.error ?? ending.error} />
        {held.length === 0 && <p>{name} holds no office.</p>}
        <ul role="list" className="divided">
          {held.map(({ officeId, office, since, givenBy }) => (
            <li key={officeId} className="row spread">
              <span>
                <b>{officeWords[office]}</b>{" "}
                <span className="muted">
                  since {sayInstant(since, school.timeZone)}
                  {givenBy === null ? "" : `, given by ${givenBy}`}
                </span>
              </span>
              <Button small onClick={() => ending.mutate({ params: { id: personId, officeId } })}>
                End it<span className="vh">: {officeWords[office]}</span>
              </Button>
            </li>
          ))}
        </ul>
        {chosen !== undefined && (
          <div className="list-filters">
            <SelectField
              label="Give an office"
              value={chosen}
              options={free.map((value) => ({ value, word: officeWords[value] }))}
              onValue={(value) => setPicked(value as Office)}
            />
            <Button icon="plus" busy={giving.isPending} onClick={() => giving.mutate({ office: chosen })}>
              Give it
            </Button>
          </div>
        )}
        <p className="small muted">
          An office opens what its work needs, to its holder by name. Everybody can see who holds which.
        </p>
      </Card>
    </Section>
  );
}
