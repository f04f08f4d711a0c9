// One charter: read by everyone, acknowledged by both sides, changed by a director.
import { useState } from "react";
import type { Charter } from "../../programs/charter.ts";
import { acknowledgeCharter, type CharterNow, listCharters, listVersions } from "../../programs/contract.ts";
import type { Program } from "../../programs/program.ts";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayShortDay } from "../../web/ui/dates.ts";
import { Facts } from "../../web/ui/figures.tsx";
import { LaneHead } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { ruleSentence } from "../rule.ts";
import { charterAudience } from "./audience.ts";
import { CharterEdit } from "./charter-edit.tsx";

export function CharterScreen({ program }: { program: Program }) {
  const { data, error } = useRead(listCharters);
  const me = useMe();
  const [isEditing, setEditing] = useState(false);
  const charter = data?.find((one) => one.program === program);
  if (charter === undefined) return <Waiting error={error} />;
  const word = laneOf(program).word;
  const edit = me.may.includes("edit charters") && !isEditing && (
    <Button onClick={() => setEditing(true)}>Change it</Button>
  );
  return (
    <Page
      title={`Charter of ${word.toLowerCase()}`}
      lede={`Version ${charter.inForce.version}, in force since ${sayShortDay(charter.inForce.inForceFrom, true)}.`}
      end={edit || undefined}
      wide
    >
      {isEditing ? (
        <CharterEdit charter={charter} today={me.school.today} onDone={() => setEditing(false)} />
      ) : (
        <CharterText charter={charter} />
      )}
    </Page>
  );
}

function CharterText({ charter }: { charter: CharterNow }) {
  const { program, inForce, rules, readers } = charter;
  const { body } = inForce;
  return (
    <>
      <Section title="What it promises" hideTitle>
        <Card flush className="charter">
          <LaneHead lane={program} end={`Version ${inForce.version}`} />
          <div className="plain-sheet">
            <p>{body.purpose}</p>
            <Lines title="What it is for" lines={body.topicsIn} />
            <Lines title="What it is not for" lines={body.topicsOut} />
            <Lines title="Where to go instead" lines={body.referTo.map(({ topic, to }) => `${topic}: ${to}`)} />
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
            <Acknowledge charter={charter} />
            <p>
              <SeenChip audience={charterAudience} of="this charter" />
            </p>
          </div>
        </Card>
      </Section>
      <Section title="Confidentiality">
        <Card className="plain-sheet">
          <p>{body.confidentialityText}</p>
        </Card>
      </Section>
      <Section title="The wall">
        <Card className="plain-sheet">
          <Lines title="Where its duties stand" lines={rules.map(ruleSentence)} />
        </Card>
      </Section>
      <Section title="Ground rules and training">
        <Card className="plain-sheet">
          <Lines title="Every agreement starts from" lines={body.clauses.map(({ text }) => text)} />
          <Lines title="Modules to complete" lines={body.modules} />
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

function Acknowledge({ charter: { program, inForce, acknowledged } }: { charter: CharterNow }) {
  const acknowledging = useWrite(acknowledgeCharter, { params: { program }, invalidate: [listCharters] });
  if (acknowledged) return <StatusLine kind="done">You acknowledged version {inForce.version}</StatusLine>;
  return (
    <>
      <Problem error={acknowledging.error} />
      <div className="row">
        <Button
          kind="primary"
          icon="check"
          busy={acknowledging.isPending}
          onClick={() => acknowledging.mutate({ version: inForce.version })}
        >
          I have read it
        </Button>
      </div>
    </>
  );
}

function Versions({ program }: { program: Program }) {
  const { data } = useRead(listVersions, { params: { program } });
  const line = ({ version, inForceFrom, because }: Charter) =>
    `Version ${version}, from ${sayShortDay(inForceFrom, true)}: ${because}`;
  return <Lines title="Versions, newest first" lines={data?.map(line) ?? []} />;
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
