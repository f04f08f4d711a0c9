// A question to the library: answered by quoting what is approved, or not at all; and then the board can be asked.
import { useState } from "react";
import { faultOf, useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Tick } from "../../web/ui/choice.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import { Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { phrasedQuestionAudience, questionAudience } from "../audience.ts";
import { listArticles } from "../contract.ts";
import { getPhrasing, phraseAnswer, type PhrasedAnswer } from "../phrasing-contract.ts";
import { askBoard, askLibrary } from "../search-contract.ts";
import { FoundPassage } from "./found-passage.tsx";
import { PhrasedWords, quoteAnchor } from "./phrased-answer.tsx";

export function AskLibrary() {
  const [question, setQuestion] = useState("");
  const [answered, setAnswered] = useState<{ question: string; answer: PhrasedAnswer } | null>(null);
  const [isPhrased, setPhrased] = useState(false);
  const model = useRead(getPhrasing).data?.model ?? null;
  const quoting = useWrite(askLibrary, { invalidate: [] });
  const phrasing = useWrite(phraseAnswer, { invalidate: [listArticles] });
  const goesOut = model !== null && isPhrased;
  const asking = goesOut ? phrasing : quoting;
  const ask = () => {
    const keep = (answer: PhrasedAnswer) => setAnswered({ question, answer });
    if (goesOut) phrasing.mutate({ question }, { onSuccess: keep });
    else quoting.mutate({ question }, { onSuccess: (answer) => keep({ ...answer, phrased: null, unphrased: null }) });
  };
  return (
    <Section title="Ask a follow-up" id="ask" className="ask-lib">
      <Form
        act="Ask"
        busy={asking.isPending}
        error={asking.error}
        onSubmit={ask}
        beside={
          <SeenChip of="your question" audience={goesOut ? phrasedQuestionAudience(model.host) : questionAudience} />
        }
      >
        <TextField
          label="Your question"
          hint="Answers quote approved passages only. If there is none, you are told so."
          value={question}
          onValue={setQuestion}
          error={faultOf(asking.error, "question")}
        />
        {model && (
          <Tick
            checked={isPhrased}
            onValue={setPhrased}
            hint={`Then the words of your question go to ${model.host}, with the passages found for it and nothing about you. Leave out names.`}
          >
            Have {model.name} put the passages into sentences
          </Tick>
        )}
      </Form>
      <div role="status" className="answers">
        {answered && <AnswerCard key={answered.question} {...answered} />}
      </div>
    </Section>
  );
}

function AnswerCard({ question, answer }: { question: string; answer: PhrasedAnswer }) {
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
          <PhrasedWords answer={answer} />
          {quotes.map((found, at) => (
            <div key={`${found.articleKey} ${found.place}`} id={quoteAnchor(at)}>
              <FoundPassage found={found} />
            </div>
          ))}
          <p className="small muted">
            {answer.phrased === null
              ? "Quoted as it stands from what is approved. Nothing else was used."
              : "These passages are quoted as they stand from what is approved."}
          </p>
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
