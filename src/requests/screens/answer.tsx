// The answer to a need: whom it is for, why, why not the others, one question where it is unsure, and Send.
import { useEffect, useId, useRef } from "react";
import { type Program, programs } from "../../programs/program.ts";
import { Button } from "../../web/ui/button.tsx";
import { SelectField } from "../../web/ui/field.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { StatusLine, Tag } from "../../web/ui/notice.tsx";
import { Why } from "../../web/ui/why.tsx";
import { type Destination, destinations } from "../destination.ts";
import type { Reader } from "../request.ts";
import { goalOf, readerFor } from "../request.ts";
import type { ResourceList } from "../resource.ts";
import { officesOf } from "../resource.ts";
import type { Route } from "../route.ts";
import { nameIn, personOf, putAs, question, sureness, whyNot, whyOf } from "../saying.ts";
import { Send } from "./send.tsx";
import { ResourceItems } from "./where-to-turn.tsx";

type Props = {
  words: string;
  found: Route;
  /** By the learner, in place of what was found. */
  isChosen: boolean;
  readers: Reader[];
  resources: ResourceList;
  onChosen: (chosen: Destination) => void;
  onUrgent: () => void;
  onSent: () => void;
  /** Somebody else would read it by now. */
  onRefused: () => void;
};

export function Answer(props: Props) {
  const { found, isChosen } = props;
  const titleId = useId();
  const head = useRef<HTMLHeadingElement>(null);
  // What was asked for has come: it is read from here on, unless where to turn has come with it and is read first.
  const isSecond = found.showResources;
  useEffect(() => {
    if (!isSecond) head.current?.focus();
  }, [isSecond]);
  // The question goes once it is answered, and the focus with it, to what follows from the answer.
  const choose = (chosen: Destination) => {
    props.onChosen(chosen);
    head.current?.focus();
  };
  const asks = found.between.length > 0;
  const program = asks ? null : programOf(found.to);
  return (
    <article className={`answer ${program ? laneOf(program).className : ""}`} aria-labelledby={titleId}>
      <div className="answer-main">
        <p>
          {program ? (
            <Plate lane={program} />
          ) : (
            <Tag>{asks || found.to === null ? "Not clear yet" : personOf[found.to]}</Tag>
          )}
        </p>
        <h2 id={titleId} ref={head} tabIndex={-1}>
          {titleOf(props)}
        </h2>
        <p>
          {isChosen && found.to !== null
            ? `You chose it yourself. ${personOf[found.to]} is the one for it.`
            : whyOf(found)}
        </p>
        {!isChosen && <StatusLine icon="info">{sureness[found.confidence]}</StatusLine>}
        {!asks && found.to !== null && <Why at={`answer/${found.to}`} />}
        {asks && <OneQuestion between={found.between} onChosen={choose} />}
        {found.leftOut.map(({ topic, goTo }) => (
          <p key={topic} className="small">
            Not part of this program: {topic}. {goTo === null ? "Ask which office has it." : `For that: ${goTo}.`}
          </p>
        ))}
        {!asks && <WhatNext {...props} />}
      </div>
      <WhyNot {...props} />
    </article>
  );
}

function WhatNext({ words, found, readers, resources, onSent, onRefused }: Props) {
  if (found.to === null) return null;
  const goal = goalOf(found.to);
  if (goal === null)
    return (
      <>
        <p>None of the three programs does this, so nothing is sent. These may:</p>
        <ResourceItems items={officesOf(resources.items)} />
      </>
    );
  return <Send {...{ words, goal, onSent, onRefused }} to={readerFor(readers, goal)} isQuiet={found.showResources} />;
}

/** One question, between two; or between all where nothing was found. */
function OneQuestion({ between, onChosen }: { between: Destination[]; onChosen: (chosen: Destination) => void }) {
  const id = useId();
  return (
    <div className="answers" role="group" aria-labelledby={id}>
      <p id={id}>
        <b>{question}</b>
      </p>
      {between.map((destination) => (
        <div key={destination}>
          <Button onClick={() => onChosen(destination)}>{putAs[destination]}</Button>
        </div>
      ))}
    </div>
  );
}

function WhyNot({ found, onChosen, onUrgent }: Props) {
  const asks = found.between.length > 0;
  const others = found.others.filter(({ program }) => !found.between.includes(program));
  return (
    <div className="answer-why">
      <h3>{others.length > 0 ? "Why not somebody else?" : "Or choose yourself"}</h3>
      {others.length > 0 && (
        <ul role="list">
          {others.map((other) => (
            <li key={other.program}>
              <Plate lane={other.program} />
              <p>{whyNot(other)}</p>
            </li>
          ))}
        </ul>
      )}
      <SelectField
        label="Choose yourself"
        value={asks ? "" : (found.to ?? "")}
        options={[
          ...(asks || found.to === null ? [{ value: "", word: "Choose" }] : []),
          ...destinations.map((value) => ({ value: value as string, word: personOf[value] })),
        ]}
        onValue={(value) => {
          const chosen = destinations.find((one) => one === value);
          if (chosen) onChosen(chosen);
        }}
      />
      <p>
        <button type="button" className="link-button" onClick={onUrgent}>
          This is urgent or confidential
        </button>
      </p>
    </div>
  );
}

function titleOf({ found, readers }: Props): string {
  if (found.to === null || found.between.length > 0) return "We are not sure yet whom this is for";
  const goal = goalOf(found.to);
  if (goal === null) return "This is for another office";
  const reader = readerFor(readers, goal)?.reader ?? null;
  return reader === null ? `This is for ${nameIn(found.to)}` : `Take this to ${nameIn(found.to)}, ${reader.name}`;
}

function programOf(to: Destination | null): Program | null {
  if (to === "counseling") return goalOf(to)?.program ?? null;
  return programs.find((program) => program === to) ?? null;
}
