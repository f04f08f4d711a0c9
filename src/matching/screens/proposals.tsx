// What is proposed to you, and your answer: yes, or no with a reason.
import { useEffect, useRef, useState } from "react";
import { roleOf } from "../../programs/program.ts";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { LaneHead } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { useMe } from "../../web/ui/me.ts";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Page } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { answerProposal, listProposals } from "../contract.ts";
import { type DeclineReason, isWaiting, type OwnProposal, waitingFirst, withdrawnWords } from "../proposal.ts";
import type { Part } from "../../programs/weights.ts";
import { AcceptSeveral } from "./accept-several.tsx";
import { answerAudience } from "./seen.tsx";

/** Fewer are answered one by one. */
const severalFrom = 3;

export function Proposals() {
  const { data, error } = useRead(listProposals);
  const [several, setSeveral] = useState<OwnProposal[] | null>(null);
  if (!data) return <Waiting error={error} />;
  const waiting = data.items.filter(isWaiting);
  const end = waiting.length >= severalFrom && (
    <Button icon="check" onClick={() => setSeveral(waiting)}>
      Say yes to several
    </Button>
  );
  return (
    <Page
      title="Proposed to you"
      lede={
        waiting.length === 0 && data.items.length > 0
          ? "Nothing waits for your answer. What was proposed to you stays here, with what came of it."
          : "Your program office suggests these people. You decide; nothing is in force before both of you have signed."
      }
      {...(end ? { end } : {})}
    >
      {data.items.length === 0 ? (
        <Empty title="Nothing is proposed to you">
          When your program office proposes somebody, you find it here, with the last day to answer.
        </Empty>
      ) : (
        <Cards proposals={data.items} />
      )}
      {several !== null && <AcceptSeveral proposals={several} onClose={() => setSeveral(null)} />}
    </Page>
  );
}

function Cards({ proposals }: { proposals: OwnProposal[] }) {
  // One that is answered stays in its place: the next is found below it.
  const [first] = useState(() => waitingFirst(proposals).map(idOf));
  const inPlace = proposals.toSorted((one, other) => first.indexOf(idOf(one)) - first.indexOf(idOf(other)));
  return inPlace.map((proposal) => <ProposalCard key={idOf(proposal)} proposal={proposal} />);
}

function idOf({ runId, learnerId }: OwnProposal): string {
  return `${runId} ${learnerId}`;
}

function ProposalCard({ proposal }: { proposal: OwnProposal }) {
  const { school } = useMe();
  const [isDeclining, setDeclining] = useState(false);
  const { runId, learnerId, program, other, answerBy } = proposal;
  const answering = useWrite(answerProposal, { params: { runId, learnerId } });
  const head = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone: the reader goes on at what came of it.
  useEffect(() => {
    if (answering.isSuccess) head.current?.focus();
  }, [answering.isSuccess]);
  const accept = () =>
    answering.mutate({ answer: "accept" }, { onSuccess: () => toast(`You said yes to ${other.name}.`) });
  return (
    <article className={`card flush ${laneOf(program).className}`} aria-labelledby={`${runId}-${learnerId}-title`}>
      <LaneHead
        lane={program}
        end={<span className="small">{isWaiting(proposal) ? `Answer by ${sayDay(answerBy, school.today)}` : ""}</span>}
      />
      <div className="drawer-body">
        <div>
          <h2 id={`${runId}-${learnerId}-title`} ref={head} tabIndex={-1}>
            {other.name}
          </h2>
          <p className="muted">
            {sayRole(proposal)} {other.about}
          </p>
        </div>
        {proposal.parts !== null && <Reasons parts={proposal.parts} />}
        <SayState proposal={proposal} today={school.today} />
        {isWaiting(proposal) && (
          <div className="row">
            <Button kind="primary" icon="check" busy={answering.isPending} onClick={accept}>
              Yes, I would like that
            </Button>
            <Button onClick={() => setDeclining(true)}>No, thank you</Button>
          </div>
        )}
        <Problem error={answering.error} />
        <p>
          <SeenChip of="your answer" audience={answerAudience(other.name)} />
        </p>
      </div>
      {isDeclining && <Decline proposal={proposal} close={() => setDeclining(false)} />}
    </article>
  );
}

/** "would be" until both have signed; afterwards what was asked, and `SayState` says what came of it. */
function sayRole({ as, program, relationship }: OwnProposal): string {
  const role = roleOf[program];
  const isInForce = relationship !== null && relationship.startedOn !== null && relationship.endedOn === null;
  if (isInForce) return as === "learner" ? `is your ${role}.` : `has you as their ${role}.`;
  return as === "learner" ? `would be your ${role}.` : `is proposed to you: you would be their ${role}.`;
}

function SayState({
  proposal: { state, answer, other, answerBy, relationship },
  today,
}: {
  proposal: OwnProposal;
  today: string;
}) {
  if (state === "agreed") return <Agreed relationship={relationship} today={today} />;
  if (answer === "decline") return <StatusLine>You said no. Your program office looks again.</StatusLine>;
  if (state === "closed")
    return (
      <StatusLine>This is no longer open. Your program office looks again, and you need not do anything.</StatusLine>
    );
  if (state === "withdrawn") return <StatusLine>{withdrawnWords}</StatusLine>;
  if (state === "expired")
    return (
      <StatusLine kind="wait">
        The last day to answer was {sayDay(answerBy, today)}. Your program office can propose anew.
      </StatusLine>
    );
  if (answer === "accept")
    return (
      <StatusLine kind="wait">
        You said yes. {other.name} has until {sayDay(answerBy, today)}.
      </StatusLine>
    );
  return <StatusLine kind="wait">Waits for your answer until {sayDay(answerBy, today)}.</StatusLine>;
}

function Agreed({ relationship, today }: Pick<OwnProposal, "relationship"> & { today: string }) {
  if (relationship === null) return <StatusLine kind="done">You both said yes.</StatusLine>;
  const { relationshipId, startedOn, endedOn } = relationship;
  if (endedOn !== null) return <StatusLine>It ended on {sayDay(endedOn, today)}.</StatusLine>;
  return (
    <div className="row">
      {startedOn === null ? (
        <StatusLine kind="wait">You both said yes. Next, you read and sign your ground rules.</StatusLine>
      ) : (
        <StatusLine kind="done">You both said yes, and it is in force since {sayDay(startedOn, today)}.</StatusLine>
      )}
      <ButtonLink small href={`/agreements/${relationshipId}`}>
        Ground rules
      </ButtonLink>
    </div>
  );
}

const ownWords: Record<Part, string> = {
  wish: "you asked for them",
  skills: "they can help with what you need",
  specialty: "their field is near your interests",
  language: "you share a language",
  campus: "you are on the same campus",
  stage: "they know your phase",
};

/** For the learner only: what carried it, in words, without points. */
function Reasons({ parts }: { parts: NonNullable<OwnProposal["parts"]> }) {
  const carrying = parts.flatMap(({ part, points, most }) =>
    part !== "unknown" && points > 0 && points >= most / 2 ? [ownWords[part]] : [],
  );
  if (carrying.length === 0) return null;
  return <p>What speaks for it: {carrying.join(", ")}.</p>;
}

const reasons: { value: DeclineReason; title: string; hint: string }[] = [
  { value: "no time now", title: "No time now", hint: "Your office may ask you again another time." },
  { value: "another would fit better", title: "Another person would fit better", hint: "No more than that is asked." },
  { value: "other", title: "Something else", hint: "You need not say what." },
  {
    value: "conflict",
    title: "A conflict between the two of us",
    hint: "No reason is stored. From today on you are not proposed to each other, and neither assesses the other. Your office reads only that you two are not available.",
  },
];

function Decline({ proposal: { runId, learnerId, other }, close }: { proposal: OwnProposal; close: () => void }) {
  const [reason, setReason] = useState<DeclineReason | null>(null);
  const answering = useWrite(answerProposal, { params: { runId, learnerId } });
  const decline = () => {
    if (reason === null) return;
    answering.mutate(
      { answer: "decline", reason },
      { onSuccess: () => (toast("You said no. Your program office looks again."), close()) },
    );
  };
  return (
    <Dialog
      title={`Say no to ${other.name}?`}
      isOpen
      onClose={close}
      actions={
        <>
          <Button kind="quiet" onClick={close}>
            Not now
          </Button>
          <Button kind="primary" disabled={reason === null} busy={answering.isPending} onClick={decline}>
            Say no
          </Button>
        </>
      }
    >
      <Problem error={answering.error} />
      <fieldset className="answers">
        <legend>What is it about? Choose one to go on.</legend>
        {reasons.map(({ value, title, hint }) => (
          <label className="tick" key={value}>
            <input type="radio" name="reason" checked={reason === value} onChange={() => setReason(value)} />
            <span>
              <b>{title}</b>
              <span className="small muted block">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="small">{other.name} learns only that this is no longer open, not who said so or why.</p>
    </Dialog>
  );
}
