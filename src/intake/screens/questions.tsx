// One person or two: what no file can answer.
import { Segmented } from "../../web/ui/choice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { Question } from "../judged.ts";
import { type Draft, withAnswer } from "./chosen.ts";
import { numberOf } from "./words.ts";

const shownMost = 100;

type Props = { questions: Question[]; draft: Draft; onDraft: (draft: Draft) => void };

export function Questions({ questions, draft, onDraft }: Props) {
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
        <Segmented<Shown>
          legend={`${idsOf(question)}: one person or two`}
          hideLegend
          options={[
            { value: "same", word: "The same person" },
            { value: "two", word: "Two people" },
          ]}
          value={shownOf(draft.answers[question.id])}
          onValue={(value) => onDraft(withAnswer(draft, question, value === "same" ? "same" : "different"))}
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

type Shown = "same" | "two" | "";

function idsOf({ first, second }: Question): string {
  return `${first} and ${second}`;
}

/** One name where both have it; whoever is not in these files is here already. */
function namesOf({ firstName, secondName }: Question): string {
  if (firstName === secondName) return firstName;
  return `${firstName === "" ? "Somebody here already" : firstName} and ${secondName}`;
}

function shownOf(answer: Draft["answers"][string] | undefined): Shown {
  if (answer === undefined) return "";
  return answer === "same" ? "same" : "two";
}
