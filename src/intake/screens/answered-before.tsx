// Questions that are not asked again, since somebody answered "two people": with who and when, to be reconsidered.
import { agreeing, plural } from "../../core/plural.ts";
import { sayInstant } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { AnsweredBefore as Answered } from "../judged.ts";
import { type Draft, withAnswer } from "./chosen.ts";
import { idsOf, namesOf, OneOrTwo } from "./one-or-two.tsx";
import { numberOf } from "./words.ts";

const shownMost = 100;

type Props = { answered: Answered[]; draft: Draft; onDraft: (draft: Draft) => void };

export function AnsweredBefore({ answered, draft, onDraft }: Props) {
  const { timeZone } = useMe().school;
  if (answered.length === 0) return null;
  const columns: Column<Answered>[] = [
    { name: "Ids", isName: true, cell: idsOf },
    { name: "Names", cell: namesOf },
    { name: "Both have", cell: ({ evidence }) => evidence },
    { name: "Answered", cell: ({ saidBy, saidAt }) => `${saidBy}, ${sayInstant(saidAt, timeZone)}` },
    {
      name: "The answer",
      cell: (question) => (
        <OneOrTwo
          question={question}
          answer={draft.answers[question.id] ?? "different"}
          onAnswer={(answer) => onDraft(withAnswer(draft, question, answer))}
        />
      ),
    },
  ];
  return (
    <Section title="Answered before">
      <details className="more">
        <summary>
          Two people <span className="muted">{plural(answered.length, "pair")}</span>
        </summary>
        <div className="col">
          <p className="small muted">
            {agreeing(answered.length, "It is", "They are")} asked again only when something new speaks for one person.
            An answer that was wrong can be changed here; taking back the import in which it was given takes it back,
            too.
          </p>
          <Card flush>
            <Table
              caption="Pairs that were said to be two people"
              columns={columns}
              rows={answered.slice(0, shownMost)}
              keyOf={({ id }) => id}
            />
            {answered.length > shownMost && (
              <p className="table-foot small muted">And {numberOf(answered.length - shownMost)} more.</p>
            )}
          </Card>
        </div>
      </details>
    </Section>
  );
}
