// One of the learner's three people, or what happens until there is somebody.
import { relationshipAudience } from "../../agreements/audience.ts";
import type { Relationship } from "../../agreements/relationship.ts";
import { knownSince, sayEnding, sayState } from "../../agreements/saying.ts";
import { roleOf } from "../../programs/program.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayDay, sayShortDay } from "../../web/ui/dates.ts";
import { Facts } from "../../web/ui/figures.tsx";
import { LaneHead } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Avatar } from "../../web/ui/person.tsx";
import type { Audience } from "../../people/audience.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import type { Lane } from "../learner-home.ts";

/** Six rows in every card, so that three cards side by side line up. */
export function PersonCard({ lane }: { lane: Lane }) {
  const { program, relationship, proposal } = lane;
  return (
    <li className={`person ${laneOf(program).className}`}>
      <LaneHead lane={program}>Your {roleOf[program]}</LaneHead>
      {relationship !== null ? (
        <Somebody lane={lane} relationship={relationship} />
      ) : proposal !== null ? (
        <Proposed lane={lane} proposal={proposal} />
      ) : (
        <Nobody lane={lane} />
      )}
    </li>
  );
}

function Somebody({ lane, relationship }: { lane: Lane; relationship: Relationship }) {
  const { personId, school } = useMe();
  const say = (day: string) => sayDay(day, school.today);
  const said = sayState(relationship, personId, say);
  const { educator, renewOn, relationshipId } = relationship;
  const since = knownSince(relationship);
  const isMine = relationship.awaits.some((party) => party.personId === personId);
  return (
    <>
      <Id lane={lane} name={educator.name} about={lane.about} />
      <p>{lane.purpose}</p>
      <Facts
        facts={[
          [
            "State",
            <StatusLine key="state" kind={said.kind}>
              {said.words}
            </StatusLine>,
          ],
          since === null ? null : ["Since", sayShortDay(since, true)],
          renewOn === null ? null : ["Renew by", say(renewOn)],
        ]}
      />
      <p>
        <SeenChip of={`you and ${educator.name}`} audience={relationshipAudience(relationship, personId)} />
      </p>
      <div className="row person-actions">
        <ButtonLink kind={isMine ? "primary" : "second"} href={`/agreements/${relationshipId}`}>
          {isMine ? "Read and sign" : "Ground rules"}
        </ButtonLink>
      </div>
    </>
  );
}

function Proposed({ lane, proposal }: { lane: Lane; proposal: NonNullable<Lane["proposal"]> }) {
  const { school } = useMe();
  const day = sayDay(proposal.answerBy, school.today);
  return (
    <>
      <Id lane={lane} name={proposal.name} about={proposal.about} />
      <p>{lane.purpose}</p>
      <StatusLine kind={proposal.answered ? "wait" : "caution"}>
        {proposal.answered ? `You said yes. ${proposal.name} has until ${day}.` : `Proposed to you. Answer by ${day}.`}
      </StatusLine>
      <p>
        <SeenChip of="this proposal" audience={proposedAudience(proposal.name)} />
      </p>
      <div className="row person-actions">
        <ButtonLink kind={proposal.answered ? "second" : "primary"} href="/proposals">
          {proposal.answered ? "See the proposal" : "Answer"}
        </ButtonLink>
      </div>
    </>
  );
}

function Nobody({ lane }: { lane: Lane }) {
  const { personId, school } = useMe();
  const role = roleOf[lane.program];
  const { ended } = lane;
  return (
    <>
      <div className="person-id">
        <div>
          <h3>Nobody yet</h3>
          <p className="small muted">No {role} stands beside you now</p>
        </div>
      </div>
      <p>{lane.purpose}</p>
      <p className="small muted">
        {ended === null ? "" : `${sayEnding(ended, personId, (day) => sayDay(day, school.today))} `}
        Your program office matches next. When somebody is proposed, you find them here and say yes or no.
      </p>
      <p>
        <SeenChip of="this" audience={nobodyAudience} />
      </p>
      <div className="row person-actions">
        <ButtonLink href={`/charters/${lane.program}`}>
          What {laneOf(lane.program).word.toLowerCase()} is for
        </ButtonLink>
      </div>
    </>
  );
}

function Id({ lane, name, about }: { lane: Lane; name: string; about: string }) {
  const [givenName = "", ...rest] = name.split(" ");
  return (
    <div className="person-id">
      <Avatar givenName={givenName} familyName={rest.at(-1) ?? ""} lane={lane.program} large />
      <div>
        <h3>{name}</h3>
        {about !== "" && <p className="small muted">{about}</p>}
      </div>
    </div>
  );
}

const never = [{ who: "Other learners and educators" }, { who: "Whoever assesses you", why: "The wall" }];

function proposedAudience(name: string): Audience {
  return {
    words: `You, ${name} and the office`,
    can: [
      { who: "You", what: "With its reasons" },
      { who: name, what: "That it is proposed, and until when to answer" },
      { who: "Program office" },
    ],
    cannot: never,
    rule: "A proposal is known to the two once a director has approved it.",
  };
}

const nobodyAudience: Audience = {
  words: "You and the program office",
  can: [{ who: "You" }, { who: "Program office", what: "That nobody guides you in this program" }],
  cannot: never,
  rule: "Who guides whom is known to the two and to the program's offices.",
};
