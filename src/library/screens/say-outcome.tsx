// What becomes of a question: a new article, one that is there, or set aside with a reason.
import { useState } from "react";
import { faultOf, useRead, useWrite } from "../../web/ask.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { Segmented } from "../../web/ui/choice.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { listQuestions, sayOutcome } from "../asked-contract.ts";
import type { Gathered } from "../asked.ts";
import { listArticles } from "../contract.ts";

const ways = [
  { value: "answered", word: "An article answers it" },
  { value: "set aside", word: "Set it aside" },
] as const;

export function SayOutcome({ line }: { line: Gathered }) {
  const [isOpen, setOpen] = useState(false);
  const id = line.questions[0]?.questionId ?? "";
  return (
    <>
      <div className="row">
        <ButtonLink small icon="pen" href={`/library/write/article?question=${id}`}>
          Write an article for it<span className="vh">: {line.words}</span>
        </ButtonLink>
        <Button small aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Say what becomes of it<span className="vh">: {line.words}</span>
        </Button>
      </div>
      {isOpen && <OutcomeForm line={line} onDone={() => setOpen(false)} />}
    </>
  );
}

function OutcomeForm({ line, onDone }: { line: Gathered; onDone: () => void }) {
  const [kind, setKind] = useState<"answered" | "set aside">("answered");
  const [articleKey, setArticleKey] = useState("");
  const [reason, setReason] = useState("");
  const { data } = useRead(listArticles);
  const saying = useWrite(sayOutcome, { invalidate: [listQuestions] });
  const questions = line.questions.map(({ questionId, turn }) => ({ questionId, turn }));
  const save = () =>
    saying.mutate(
      { questions, kind, articleKey: kind === "answered" && articleKey !== "" ? articleKey : null, reason },
      {
        onSuccess: () => {
          toast("The other reviewers see what becomes of it.");
          onDone();
        },
      },
    );
  const options = (data?.items ?? []).map(({ key, title }) => ({ value: key, word: title }));
  return (
    <Form act="Save it" busy={saying.isPending} error={saying.error} onSubmit={save} fields={{ articleKey: "Article" }}>
      <Segmented legend="What becomes of it" options={ways} value={kind} onValue={setKind} />
      {kind === "answered" && (
        <SelectField
          label="Article"
          hint="The question leaves the list once that article is approved."
          options={[{ value: "", word: "Choose one" }, ...options]}
          value={articleKey}
          onValue={setArticleKey}
          error={faultOf(saying.error, "articleKey")}
        />
      )}
      <TextField
        label={kind === "answered" ? "A word on it, if you like" : "Why you set it aside"}
        value={reason}
        onValue={setReason}
        error={faultOf(saying.error, "reason")}
      />
    </Form>
  );
}
