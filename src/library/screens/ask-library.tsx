// A question to the library: answered by quoting what is approved, or not at all; and then the board can be asked.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import { Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { questionAudience } from "../audience.ts";
import type { Answer } from "../found.ts";
import { askBoard, askLibrary } from "../search-contract.ts";
import { FoundPassage } from "./found-passage.tsx";

export function AskLibrary() {
  const [question, setQuestion] = useState("");
  const [answered, setAnswered] = useState<{ question: string; answer: Answer } | null>(null);
  const asking = useWrite(askLibrary, { invalidate: [] });
  const ask = () => asking.mutate({ question }, { onSuccess: (answer) => setAnswered({ question, answer }) });
  return (
    <Section title="Ask a follow-up" id="ask" className="ask-lib">
      <Form
        act="Ask"
        busy={asking.isPending}
        error={asking.error}
        onSubmit={ask}
        beside={<SeenChip of="your question" audience={questionAudience} />}
      >
        <TextField
          label="Your question"
          hint="Answers quote approved passages only. If there is none, you are told so."
          value={question}
          onValue={setQuestion}
          error={faultOf(asking.error, "question")}
        />
      </Form>
      <div role="status" className="answers">
        {answered && <AnswerCard key={answered.question} {...answered} />}
      </div>
    </Section>
  );
}

function AnswerCard({ question, answer }: { question: string; answer: Answer }) {
  const { quotes, pending, corrected } = answer;
  return (
    <article className={`qa${quotes.length === 0 ? " refusal" : ""}`} aria-label="Answer">
      <h3>{question}</h3>
      {corrected.length > 0 && (
        <p className="small muted">
          Looked for {corrected.map(({ asked, taken }) => `“${taken}” in place of “${asked}”`).join(", ")}.
        </p>
      )}
      {quotes.length > 0 ? (
        <>
          {quotes.map((found) => (
            <FoundPassage key={`${found.articleKey} ${found.place}`} found={found} />
          ))}
          <p className="small muted">Quoted as it stands from what is approved. Nothing else was used.</p>
        </>
      ) : (
        <p className="qa-lead">
          <Icon name="minus" />
          <span>No approved source answers this, so there is no answer here.</span>
        </p>
      )}
      {quotes.length === 0 && pending.length > 0 && (
        <>
          <p>These passages speak of it and are not approved yet:</p>
          {pending.map((found) => (
            <FoundPassage key={`${found.articleKey} ${found.place}`} found={found} />
          ))}
        </>
      )}
      <AskTheBoard question={question} />
    </article>
  );
}

function AskTheBoard({ question }: { question: string }) {
  const asking = useWrite(askBoard, { invalidate: [] });
  const send = () =>
    asking.mutate({ question }, { onSuccess: () => toast("Sent to the reviewers, without your name.") });
  if (asking.isSuccess) return <p className="small muted">The reviewers have your question, without your name.</p>;
  return (
    <>
      <Problem error={asking.error} />
      <p className="row">
        <Button small busy={asking.isPending} onClick={send}>
          Ask the reviewers to look
        </Button>
        <span className="small muted">They read the question, not who asked it.</span>
      </p>
    </>
  );
}
