// A charter as everyone reads it.
import { charterAudience } from "../../programs/audience.ts";
import { type CharterPart, isOwnClause, isOwnPart } from "../../programs/brought.ts";
import type { CharterNow } from "../../programs/contract.ts";
import { Facts } from "../../web/ui/figures.tsx";
import { LaneHead } from "../../web/ui/lane.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Why } from "../../web/ui/why.tsx";
import { ruleSentence } from "../rule.ts";
import { Acknowledge, Versions } from "./charter-record.tsx";
import { Lines } from "./lines.tsx";

export function CharterText({ charter }: { charter: CharterNow }) {
  const { program, inForce, readers } = charter;
  const { body } = inForce;
  return (
    <>
      <Section title="What it promises" hideTitle>
        <Card flush className="charter">
          <LaneHead lane={program} end={`Version ${inForce.version}`} />
          <div className="plain-sheet">
            <p>{body.purpose}</p>
            <WhyPart part="purpose" charter={charter} />
            <div className="topics">
              <Lines title="What it is for" lines={body.topicsIn} />
              <Lines title="What it is not for" lines={body.topicsOut} />
              <Lines title="Where to go instead" lines={body.referTo.map(({ topic, to }) => `${topic}: ${to}`)} />
            </div>
            <Facts
              facts={[
                ["Meets at least every", `${body.cadenceDays} days`],
                ["Hours for each learner and year", String(body.hoursPerLearnerYear)],
                ["Learners for one educator", `at most ${body.learnersMost}`],
                ["Term", `${body.termMonths} months`],
                [
                  "A completed module",
                  body.validityMonths === null ? "does not expire" : `is valid for ${body.validityMonths} months`,
                ],
                readers === null
                  ? null
                  : ["Acknowledged by", `${readers.learners} learners, ${readers.educators} educators`],
              ]}
            />
            <WhyPart part="numbers" charter={charter} />
            <Acknowledge charter={charter} />
            <p>
              <SeenChip audience={charterAudience} of="this charter" />
            </p>
          </div>
        </Card>
      </Section>
      <Terms charter={charter} />
    </>
  );
}

function Terms({ charter }: { charter: CharterNow }) {
  const { program, inForce, rules } = charter;
  const { body } = inForce;
  return (
    <>
      <Section title="Confidentiality">
        <Card className="plain-sheet">
          <p>{body.confidentialityText}</p>
          <WhyPart part="confidentiality" charter={charter} />
        </Card>
      </Section>
      <Section title="The wall">
        <Card className="plain-sheet">
          <Lines title="Where its duties stand" lines={rules.map(ruleSentence)} />
          <WhyPart part="wall" charter={charter} />
        </Card>
      </Section>
      <Section title="Ground rules and training">
        <Card className="plain-sheet">
          <Clauses charter={charter} />
          <Lines title="Modules to complete" lines={body.modules} />
          <WhyPart part="training" charter={charter} />
        </Card>
      </Section>
      <Section title="Sources and versions">
        <Card className="plain-sheet">
          <Lines title="Where the numbers come from" lines={body.sources} />
          <Versions program={program} />
        </Card>
      </Section>
    </>
  );
}

function WhyPart({ part, charter: { program, inForce, rules } }: { part: CharterPart; charter: CharterNow }) {
  return <Why at={`charter/${program}/${part}`} isOwn={isOwnPart(program, part, { body: inForce.body, rules })} />;
}

function Clauses({ charter: { program, inForce } }: { charter: CharterNow }) {
  const { clauses } = inForce.body;
  if (clauses.length === 0) return null;
  return (
    <div>
      <h3>Every agreement starts from</h3>
      <ul>
        {clauses.map(({ key, text }) => (
          <li key={key}>
            {text}
            <Why at={`rule/${program}/${key}`} isOwn={isOwnClause(program, key, text)} />
          </li>
        ))}
      </ul>
      <Why at="rules" />
    </div>
  );
}
