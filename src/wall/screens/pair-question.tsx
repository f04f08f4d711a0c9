// "May these two ...?": each duty yes or no, with what says so.
import { useState } from "react";
import { useRead } from "../../web/ask.ts";
import { lastOf, saySpan, sayShortDay } from "../../web/ui/dates.ts";
import { TextField } from "../../web/ui/field.tsx";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { type Answer, getPair } from "../contract.ts";
import { dutyWords } from "../rule.ts";
import { pairAudience } from "../audience.ts";
import { type Chosen, PersonFinder } from "../../web/ui/person-finder.tsx";
import { useNamed } from "./named.ts";

/** `?learner=` names the learner whom it is about. */
export function PairQuestion({ today }: { today: string }) {
  const [learner, setLearner] = useNamed("learner");
  const [educator, setEducator] = useState<Chosen | null>(null);
  const [from, setFrom] = useState(today);
  return (
    <Section title="May these two?" note="From a day on, for each duty.">
      <Card className="plain-sheet">
        <div className="fields">
          <PersonFinder label="Learner" as="learner" chosen={learner} onChosen={setLearner} />
          <PersonFinder label="Educator" as="educator" chosen={educator} onChosen={setEducator} />
          <TextField
            label="From"
            type="date"
            value={from}
            onValue={setFrom}
            error={from === "" ? "Choose a day." : undefined}
          />
        </div>
        {learner && educator && from !== "" && (
          <PairAnswer learnerId={learner.personId} educatorId={educator.personId} from={from} />
        )}
        <p>
          <SeenChip audience={pairAudience} of="this answer" />
        </p>
      </Card>
    </Section>
  );
}

function PairAnswer(query: { learnerId: string; educatorId: string; from: string }) {
  const { data, error } = useRead(getPair, { query }, { keepPrevious: true });
  if (!data) return <Waiting error={error} rows={2} label="Asking the wall" />;
  const columns: Column<Answer>[] = [
    {
      name: data.educator,
      isName: true,
      cell: ({ duty }) => <span className="block first-up">{dutyWords[duty]}</span>,
    },
    { name: "May they?", cell: yesOrNo },
    { name: "What says so", cell: reasonsOf },
  ];
  return (
    <Table
      caption={`What ${data.educator} may do toward ${data.learner} from ${sayShortDay(data.from, true)}`}
      columns={columns}
      rows={data.answers}
      keyOf={({ duty }) => duty}
    />
  );
}

function yesOrNo({ available, reasons }: Answer) {
  if (available) return <StatusLine kind="done">Yes</StatusLine>;
  return <StatusLine kind="stop">{reasons.length > 0 ? "No" : "Not available"}</StatusLine>;
}

function reasonsOf({ available, reasons }: Answer) {
  if (available) return <span className="muted">Nothing speaks against it.</span>;
  return reasons.map((reason) => (
    <p key={`${reason.wall} ${reason.duty} ${reason.from}`} className="first-up">
      {dutyWords[reason.duty]}
      {reason.about !== "" && `, ${reason.about}`}, {saySpan(reason, true)}
      {reason.coolsUntil !== null &&
        reason.coolsUntil !== reason.to &&
        `, cooling off until ${sayShortDay(lastOf(reason.coolsUntil), true)}`}
      <span className="small muted block">{reason.rule}</span>
    </p>
  ));
}
