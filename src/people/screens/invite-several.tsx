// Inviting several people at once: what will happen, before; and each one's link, or why there is none, after.
import { ask, useWriteEach } from "../../web/ask.ts";
import { type Outcome, useInTurn } from "../../web/in-turn.ts";
import { saveCsv } from "../../web/save-csv.ts";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { Notice, StatusLine } from "../../web/ui/notice.tsx";
import { getAccess, invitePerson } from "../access-contract.ts";
import type { Listed } from "../person.ts";
import { ShownOnce } from "../../web/ui/shown-once.tsx";

/** A link to hand over, or the reason why none was made. */
type Invited = { link: string } | { none: string };

const keyOf = ({ personId }: Listed) => personId;
const nameOf = ({ givenName, familyName }: Listed) => `${givenName} ${familyName}`;

export function InviteSeveral({ people, onClose }: { people: Listed[]; onClose: () => void }) {
  const inviting = useWriteEach(invitePerson, { invalidate: [getAccess] });
  const { outcomes, state, start } = useInTurn(keyOf, async ({ personId }: Listed): Promise<Invited> => {
    const { hasPassword, passkeys, leftOn } = await ask(getAccess, { params: { id: personId } });
    if (leftOn !== null) return { none: "Has left. No link was made." };
    if (hasPassword || passkeys > 0) return { none: "Gets in already. No link was made." };
    const { secret } = await inviting.mutateAsync({ params: { id: personId }, body: {} });
    return { link: `${window.location.origin}/welcome/${secret}` };
  });
  const links = people.flatMap((person) => {
    const link = linkIn(outcomes.get(keyOf(person)));
    return link === null ? [] : [[nameOf(person), person.email, link]];
  });
  const actions =
    state === "done" ? (
      <AfterActs links={links} onClose={onClose} />
    ) : (
      <>
        <Button kind="quiet" onClick={onClose}>
          Not now
        </Button>
        <Button kind="primary" icon="send" busy={state === "running"} onClick={() => void start(people)}>
          Invite {people.length === 1 ? "them" : `these ${people.length}`}
        </Button>
      </>
    );
  const title = people.length === 1 ? "Invite one person?" : `Invite ${people.length} people?`;
  return (
    <Dialog title={state === "done" ? "Invited" : title} isOpen wide onClose={onClose} actions={actions}>
      <Told hasLinks={state === "done" && links.length > 0} />
      <ul role="list" className="divided">
        {people.map((person) => (
          <li key={keyOf(person)} className="section">
            <div className="row spread">
              <span>
                {nameOf(person)} <span className="small muted block breakable">{person.email}</span>
              </span>
              <Came outcome={outcomes.get(keyOf(person))} isRunning={state === "running"} />
            </div>
            <TheLink name={nameOf(person)} link={linkIn(outcomes.get(keyOf(person)))} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function AfterActs({ links, onClose }: { links: string[][]; onClose: () => void }) {
  return (
    <>
      <Button kind="quiet" onClick={onClose}>
        {links.length > 0 ? "I have the links" : "Close"}
      </Button>
      {links.length > 0 && (
        <Button
          kind="primary"
          icon="download"
          onClick={() => saveCsv("invitations.csv", ["name", "address", "link"], links)}
        >
          Save the links as CSV
        </Button>
      )}
    </>
  );
}

function Told({ hasLinks }: { hasLinks: boolean }) {
  if (hasLinks)
    return (
      <Notice kind="caution" title="The links are shown this once and kept nowhere." live>
        Copy each one below, or save all of them. Hand each over yourself, to nobody but the person it names: it opens
        their account once.
      </Notice>
    );
  return (
    <p>
      Each gets a link that opens their account once; an older link of theirs opens nothing any more. Who has a password
      or a passkey already, or has left, is passed over. You see each link here; where mail is set up, each gets one by
      mail as well.
    </p>
  );
}

function linkIn(outcome: Outcome<Invited> | undefined): string | null {
  return outcome !== undefined && "reply" in outcome && "link" in outcome.reply ? outcome.reply.link : null;
}

function TheLink({ name, link }: { name: string; link: string | null }) {
  return link === null ? null : <ShownOnce label={`Link for ${name}`} secret={link} hint={null} />;
}

function Came({ outcome, isRunning }: { outcome: Outcome<Invited> | undefined; isRunning: boolean }) {
  if (outcome === undefined) return isRunning ? <StatusLine kind="wait">Waits for its turn</StatusLine> : null;
  if ("because" in outcome) return <StatusLine kind="stop">{outcome.because}</StatusLine>;
  if ("none" in outcome.reply) return <StatusLine>{outcome.reply.none}</StatusLine>;
  return <StatusLine kind="done">A link was made</StatusLine>;
}
