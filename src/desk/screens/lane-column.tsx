// One lane of an educator: the learners in it, who is proposed, and the places left.
import { agreeing, plural } from "../../core/plural.ts";
import { relationshipAudience } from "../../agreements/audience.ts";
import { knownSince, sayState } from "../../agreements/saying.ts";
import { roleOf } from "../../programs/program.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayDay, sayShortDay } from "../../web/ui/dates.ts";
import { Facts } from "../../web/ui/figures.tsx";
import { LaneHead } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Avatar } from "../../web/ui/person.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type EducatorLane, isHeld } from "../educator-home.ts";

/** How many proposals a lane shows; the rest stands on their own page. */
const proposalsMost = 3;

export function LaneColumn({ lane }: { lane: EducatorLane }) {
  const { program, learners, proposals, used, places } = lane;
  const isMine = isHeld(lane);
  const folded = proposals.length > proposalsMost ? proposals.slice(proposalsMost) : [];
  return (
    <div className={`lane-col ${laneOf(program).className}`}>
      <LaneHead lane={program} end={isMine ? `${used} of ${places} places` : "Not your lane"} />
      {learners.length + proposals.length === 0 ? (
        <div className="lane-empty">
          <p>
            {isMine
              ? emptyWords(lane)
              : `You hold no places as ${roleOf[program]}. If you would like some, tell your program office.`}
          </p>
        </div>
      ) : (
        <ul role="list" className="divided">
          {learners.map((learner) => (
            <LearnerItem key={learner.relationship.relationshipId} learner={learner} />
          ))}
          {proposals.slice(0, proposalsMost).map((proposal) => (
            <ProposalItem key={proposal.personId} proposal={proposal} lane={lane} />
          ))}
          {folded.length > 0 && (
            <li className="learner">
              <p>
                <Link href="/proposals">
                  {folded.length} more {agreeing(folded.length, "proposal", "proposals")}
                </Link>
              </p>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function emptyWords({ places, certification }: EducatorLane): string {
  const many = plural(places, "place");
  if (!certification.certified)
    return `Nobody is proposed for your ${many} before you are certified. What is missing stands above.`;
  return `You have ${many} and nobody in ${agreeing(places, "it", "them")} yet. Your program office proposes learners; you say yes or no here.`;
}

function LearnerItem({ learner: { relationship, facts } }: { learner: EducatorLane["learners"][number] }) {
  const { personId, school } = useMe();
  const { learner, program, relationshipId } = relationship;
  const since = knownSince(relationship);
  const said = sayState(relationship, personId, (day) => sayDay(day, school.today));
  const about = facts === null ? "" : [facts.phase, `class of ${facts.classYear}`].filter(Boolean).join(", ");
  return (
    <li className="learner">
      <div className="person-id">
        <Initials name={learner.name} program={program} />
        <div>
          <h3>
            <Link href={`/agreements/${relationshipId}`}>{learner.name}</Link>
          </h3>
          <p className="small muted">
            {about}
            {facts?.status === "leave" ? ", on leave" : ""}
          </p>
        </div>
      </div>
      {since !== null && <Facts facts={[["Since", sayShortDay(since, true)]]} />}
      <StatusLine kind={said.kind}>{said.words}</StatusLine>
      <p>
        <SeenChip of={`you and ${learner.name}`} audience={relationshipAudience(relationship, personId)} />
      </p>
    </li>
  );
}

function ProposalItem({ proposal, lane }: { proposal: EducatorLane["proposals"][number]; lane: EducatorLane }) {
  const { school } = useMe();
  const { name, about, answerBy, answered } = proposal;
  const day = sayDay(answerBy, school.today);
  return (
    <li className="learner">
      <div className="person-id">
        <Initials name={name} program={lane.program} />
        <div>
          <h3>{name}</h3>
          <p className="small muted">{about}</p>
        </div>
      </div>
      <StatusLine kind={answered ? "wait" : "caution"}>
        {answered ? `You said yes. ${name} has until ${day}.` : `Proposed to you. Answer by ${day}.`}
      </StatusLine>
      <div className="row">
        <SeenChip
          of="this proposal"
          audience={{
            words: `You, ${name} and the office`,
            can: [{ who: "You" }, { who: name }, { who: "Program office" }],
            cannot: [{ who: "Other learners and educators" }],
            rule: "A proposal is known to the two once a director has approved it.",
          }}
        />
        {!answered && (
          <ButtonLink small href="/proposals">
            Answer
          </ButtonLink>
        )}
      </div>
    </li>
  );
}

function Initials({ name, program }: { name: string; program: EducatorLane["program"] }) {
  const [givenName = "", ...rest] = name.split(" ");
  return <Avatar givenName={givenName} familyName={rest.at(-1) ?? ""} lane={program} />;
}
