// One person or two: what no file can answer.
import { Segmented } from "../../web/ui/choice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import type { Question } from "../judged.ts";
import { type Draft, withAnswer } from "./chosen.ts";
import { numberOf } from "./words.ts";

const shownMost = 100;

type Props = { questions: Question[]; draft: Draft; onDraft: (draft: Draft) => void };

export function Questions({ questions, draft, onDraft }: Props) {
  if (questions.length === 0) return null;
  const open = questions.filter(({ id }) => draft.answers[id] === undefined).length;
  const note = open === 0 ? "All answered" : `${numberOf(open)} not answered yet`;
  // Those that hold a row back come first.
  const sorted = questions.toSorted((one, other) => Number(other.waits) - Number(one.waits));
  return (
    <Section title="One person or two?" note={note}>
      <Card className="plain-sheet">
        <ul role="list" className="divided">
          {sorted.slice(0, shownMost).map((question) => (
            <li key={question.id} className="row spread">
              <p>
                <b>
                  {question.first} and {question.second}
                </b>{" "}
                have {question.evidence}.{" "}
                <span className="small muted">
                  {question.file}, line {numberOf(question.line)}.{" "}
                  {question.waits ? "The later row waits for you." : "Without an answer they are two."}
                </span>
              </p>
              <Segmented<"same" | "two" | "">
                legend={`${question.first} and ${question.second}`}
                hideLegend
                options={[
                  { value: "same", word: "The same person" },
                  { value: "two", word: "Two people" },
                ]}
                value={valueOf(draft.answers[question.id])}
                onValue={(value) => onDraft(withAnswer(draft, question, value === "same" ? "same" : "different"))}
              />
            </li>
          ))}
        </ul>
        {sorted.length > shownMost && (
          <p className="small muted">
            And {numberOf(sorted.length - shownMost)} more. Answer these, import, and the next ones stand here.
          </p>
        )}
      </Card>
    </Section>
  );
}

function valueOf(answer: Draft["answers"][string] | undefined): "same" | "two" | "" {
  if (answer === undefined) return "";
  return answer === "same" ? "same" : "two";
}
