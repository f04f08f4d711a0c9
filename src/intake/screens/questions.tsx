// One person or two: what no file can answer.
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { AnsweredBefore as Answered, Question } from "../judged.ts";
import { AnsweredBefore } from "./answered-before.tsx";
import { type Draft, withAnswer } from "./chosen.ts";
import { idsOf, namesOf, OneOrTwo } from "./one-or-two.tsx";
import { numberOf } from "./words.ts";

const shownMost = 100;

type Props = { asked: Question[]; before: Answered[]; draft: Draft; onDraft: (draft: Draft) => void };

export function Questions({ asked, before, draft, onDraft }: Props) {
  return (
    <>
      <Asked {...{ asked, draft, onDraft }} />
      <AnsweredBefore answered={before} draft={draft} onDraft={onDraft} />
    </>
  );
}

function Asked({ asked: questions, draft, onDraft }: Omit<Props, "before">) {
  if (questions.length === 0) return null;
  const open = questions.filter(({ id }) => draft.answers[id] === undefined).length;
  // Those that hold a row back come first.
  const sorted = questions.toSorted((one, other) => Number(other.waits) - Number(one.waits));
  const columns: Column<Question>[] = [
    { name: "Ids", isName: true, cell: idsOf },
    { name: "Names", cell: namesOf },
    { name: "Both have", cell: ({ evidence }) => evidence },
    { name: "Where", cell: ({ file, line }) => `${file}, line ${numberOf(line)}` },
    { name: "Until then", cell: ({ waits }) => (waits ? "The later row waits for you" : "They are two people") },
    {
      name: "Your answer",
      cell: (question) => (
        <OneOrTwo
          question={question}
          answer={draft.answers[question.id]}
          onAnswer={(answer) => onDraft(withAnswer(draft, question, answer))}
        />
      ),
    },
  ];
  return (
    <Section title="One person or two?" note={open === 0 ? "All answered" : `${numberOf(open)} not answered yet`}>
      <Card flush>
        <Table
          caption="Rows that may be one person"
          columns={columns}
          rows={sorted.slice(0, shownMost)}
          keyOf={({ id }) => id}
        />
        {sorted.length > shownMost && (
          <p className="table-foot small muted">
            And {numberOf(sorted.length - shownMost)} more. Answer these, import, and the next ones stand here.
          </p>
        )}
      </Card>
    </Section>
  );
}
