// Notes about a plan: read by the learner, always; written by who advises them.
import { useState } from "react";
import { faultOf, useReadPages, useWrite } from "../../web/ask.ts";
import { sayInstant } from "../../web/ui/dates.ts";
import { TextArea } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { draftAudience, noteAudience } from "../audience.ts";
import { addPlanNote, listPlanNotes } from "../plan-contract.ts";
import type { Plan } from "../plan.ts";

export function PlanNotes({ plan: { learner, as } }: { plan: Plan }) {
  const { school } = useMe();
  const { items, error, ...pages } = useReadPages(listPlanNotes, { params: { id: learner.personId } });
  const isOwn = as === "learner";
  return (
    <Section title="Notes" note={isOwn ? "What your advisor wrote down. You read all of it." : undefined}>
      <p>
        <SeenChip of="these notes" audience={noteAudience(isOwn ? null : learner.name)} />
      </p>
      {as === "advisor" && <WriteNote learner={learner} />}
      {items === undefined ? (
        <Waiting error={error} rows={2} />
      ) : items.length === 0 ? (
        <p className="muted">{isOwn ? "Your advisor has not written a note yet." : "No notes yet."}</p>
      ) : (
        <Card flush>
          <ul role="list" className="divided">
            {items.map(({ noteId, author, words, at }) => (
              <li key={noteId} className="request">
                <p className="request-words">{words}</p>
                <p className="small muted">
                  {author}, {sayInstant(at, school.timeZone)}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <ShowMore {...pages} />
    </Section>
  );
}

function WriteNote({ learner }: { learner: Plan["learner"] }) {
  const [words, setWords] = useState("");
  const writing = useWrite(addPlanNote, { params: { id: learner.personId }, invalidate: [listPlanNotes] });
  const save = () =>
    writing.mutate(
      { words },
      {
        onSuccess: () => {
          setWords("");
          toast(`Saved. ${learner.name} reads it from now on.`);
        },
      },
    );
  return (
    <Card>
      <Form
        act="Save the note"
        busy={writing.isPending}
        error={writing.error}
        onSubmit={save}
        beside={<SeenChip of="what you typed" audience={draftAudience(learner.name)} />}
      >
        <TextArea
          label={`A note about the plan of ${learner.name}`}
          hint={`${learner.name} reads it once you save it. Logistics only: no health, no patients, nothing about how well somebody does.`}
          value={words}
          onValue={setWords}
          error={faultOf(writing.error, "words")}
        />
      </Form>
    </Card>
  );
}
