// Changing the ground rules: every line with the charter's words below it, and a new wording that both then sign.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import { TextArea, TextField } from "../../web/ui/field.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import type { Agreement, AgreementLine } from "../agreement.ts";
import { changeAgreement } from "../contract.ts";
import { freeKey, clauseWords } from "../../web/ui/clause-words.ts";

type Draft = Pick<AgreementLine, "key" | "text" | "charterText" | "isFixed">;

export function RulesEdit({ agreement, other, close }: { agreement: Agreement; other: string; close: () => void }) {
  const { lines, setText, add, remove } = useLines(agreement.lines);
  const [renewOn, setRenewOn] = useState(agreement.renewOn);
  const changing = useWrite(changeAgreement, { params: { id: agreement.relationship.relationshipId } });
  const offer = () => {
    const clauses = lines.map(({ key, text }) => ({ key, text }));
    const done = () => {
      toast(`Saved. You and ${other} sign this wording anew.`);
      close();
    };
    changing.mutate({ version: agreement.version, clauses, renewOn }, { onSuccess: done });
  };
  return (
    <form
      className="rules-edit"
      onSubmit={(event) => {
        event.preventDefault();
        offer();
      }}
    >
      <Problem error={changing.error} fields={{ clauses: "Ground rules", renewOn: "Renew on" }} />
      {lines.map((line) => (
        <EditLine
          key={line.key}
          line={line}
          onText={(text) => setText(line.key, text)}
          onRemove={() => remove(line.key)}
        />
      ))}
      <div className="row">
        <Button small icon="plus" onClick={add}>
          Add a line
        </Button>
      </div>
      <TextField
        label="Renew on"
        type="date"
        value={renewOn}
        onValue={setRenewOn}
        required
        hint="You both look at these lines again by then."
        error={faultOf(changing.error, "renewOn")}
      />
      <SaveRow other={other} isSaving={changing.isPending} close={close} />
    </form>
  );
}

function SaveRow({ other, isSaving, close }: { other: string; isSaving: boolean; close: () => void }) {
  return (
    <>
      <p className="small muted">
        {other} sees every word you save here, and signs it or changes it. Until both of you have signed, nothing
        changes.
      </p>
      <div className="row">
        <Button kind="primary" type="submit" busy={isSaving}>
          Save this wording
        </Button>
        <Button kind="quiet" onClick={close}>
          Leave it as it was
        </Button>
      </div>
    </>
  );
}

/** The lines while they are being changed; nothing is kept until it is saved. */
function useLines(first: Draft[]) {
  const [lines, setLines] = useState<Draft[]>(first);
  return {
    lines,
    setText: (key: string, text: string) =>
      setLines(lines.map((line) => (line.key === key ? { ...line, text } : line))),
    add: () => {
      const key = freeKey(lines.map((line) => line.key));
      setLines([...lines, { key, text: "", charterText: null, isFixed: false }]);
    },
    remove: (key: string) => setLines(lines.filter((line) => line.key !== key)),
  };
}

type EditLineProps = { line: Draft; onText: (text: string) => void; onRemove: () => void };

function EditLine({ line: { key, text, charterText, isFixed }, onText, onRemove }: EditLineProps) {
  const { title } = clauseWords(key);
  if (isFixed)
    return (
      <div className="fixed-line">
        <Icon name="lock" />
        <div>
          <b>{title}</b>
          <p>{text}</p>
          <p className="small muted">Follows from the charter and stays as it is.</p>
        </div>
      </div>
    );
  const isChanged = charterText !== null && charterText !== text;
  return (
    <div className="edit-line">
      <TextArea
        label={title}
        value={text}
        onValue={onText}
        rows={2}
        maxLength={2000}
        required
        {...(isChanged ? { hint: `The charter says: ${charterText}` } : {})}
      />
      <div className="row">
        {isChanged && (
          <Button kind="quiet" small icon="undo" onClick={() => onText(charterText)}>
            Use the charter’s words
          </Button>
        )}
        <Button kind="quiet" small icon="x" onClick={onRemove} aria-label={`Take out: ${title}`}>
          Take out
        </Button>
      </div>
    </div>
  );
}
