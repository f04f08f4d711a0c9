// How it goes in the learner's words, and what the coach asks and says.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Segmented } from "../../web/ui/choice.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { TextArea } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { checkIn, commentGoal } from "../contract.ts";
import type { Comment, WholeGoal } from "../goal.ts";

interface Line {
  id: string;
  who: string;
  words: string;
  at: string;
}

export function TalkSection({ goal }: { goal: WholeGoal }) {
  const { school } = useMe();
  const isOwn = goal.as === "learner";
  const lines: Line[] = [
    ...goal.checkins.map(({ checkinId, words, at }) => ({
      id: checkinId,
      who: isOwn ? "You" : goal.learner.name,
      words,
      at,
    })),
    ...goal.comments.map(({ commentId, author, kind, words, at }) => ({
      id: commentId,
      who: `${author === "" ? "Your coach" : author}, ${kind}`,
      words,
      at,
    })),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <Section title="How it goes">
      {isOwn ? <WriteCheckIn goalId={goal.goalId} /> : <WriteComment goal={goal} />}
      {lines.length > 0 && (
        <Card flush>
          <ul role="list" className="divided">
            {lines.map(({ id, who, words, at }) => (
              <li key={id} className="request">
                <p className="request-words">{words}</p>
                <p className="small muted">
                  {who}, {sayInstant(at, school.timeZone)}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}

function WriteCheckIn({ goalId }: { goalId: string }) {
  const [words, setWords] = useState("");
  const writing = useWrite(checkIn, { params: { id: goalId } });
  const save = () => writing.mutate({ words }, { onSuccess: () => setWords("") });
  return (
    <Card>
      <Form act="Save the check-in" busy={writing.isPending} error={writing.error} onSubmit={save}>
        <TextArea
          label="How does it go?"
          hint="In your own words. Your coach reads it. No patients' names."
          value={words}
          onValue={setWords}
          error={faultOf(writing.error, "words")}
        />
      </Form>
    </Card>
  );
}

function WriteComment({ goal }: { goal: WholeGoal }) {
  const [kind, setKind] = useState<Comment["kind"]>("question");
  const [words, setWords] = useState("");
  const writing = useWrite(commentGoal, { params: { id: goal.goalId } });
  const save = () =>
    writing.mutate(
      { kind, words },
      {
        onSuccess: () => {
          setWords("");
          toast(`Saved. ${goal.learner.name} reads it from now on.`);
        },
      },
    );
  return (
    <Card>
      <Form
        act={kind === "question" ? "Ask" : "Comment"}
        busy={writing.isPending}
        error={writing.error}
        onSubmit={save}
      >
        <Segmented
          legend="What do you write?"
          options={[
            { value: "question", word: "A question" },
            { value: "comment", word: "A comment" },
          ]}
          value={kind}
          onValue={setKind}
        />
        <TextArea
          label={kind === "question" ? "Your question" : "Your comment"}
          hint={`${goal.learner.name} reads it. Nothing about how well somebody does: the learner rates themselves.`}
          value={words}
          onValue={setWords}
          error={faultOf(writing.error, "words")}
        />
      </Form>
    </Card>
  );
}
