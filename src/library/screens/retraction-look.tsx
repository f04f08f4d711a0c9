// Whether a source is retracted: what the last look found, and the next look.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Segmented } from "../../web/ui/choice.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { checkSource } from "../review-contract.ts";
import { linksOf, type Source } from "../source.ts";
import { sayChecked } from "./article-text.tsx";

export function RetractionLook({ source }: { source: Source }) {
  const { today } = useMe().school;
  const [found, setFound] = useState<"no" | "yes">("no");
  const [checkedOn, setCheckedOn] = useState(today);
  const [note, setNote] = useState("");
  const looking = useWrite(checkSource, { params: { key: source.key } });
  const save = () =>
    looking.mutate(
      { turn: source.turn, checkedOn, isRetracted: found === "yes", note },
      { onSuccess: () => toast("Your look is kept.") },
    );
  return (
    <Section title="Is it retracted?">
      <p>{sayChecked(source)}</p>
      <p className="row">
        {linksOf(source).map(({ name, href }) => (
          <a key={href} href={href} rel="noreferrer noopener">
            {name}
          </a>
        ))}
      </p>
      <Card>
        <Form act="Keep this look" busy={looking.isPending} error={looking.error} onSubmit={save}>
          <Segmented
            legend="What you found"
            options={[
              { value: "no", word: "Not retracted" },
              { value: "yes", word: "Retracted" },
            ]}
            value={found}
            onValue={setFound}
          />
          {found === "yes" && (
            <p className="small">Every claim that rests on it, and every article on such a claim, goes under review.</p>
          )}
          <TextField
            label="Looked up on"
            type="date"
            value={checkedOn}
            onValue={setCheckedOn}
            error={faultOf(looking.error, "checkedOn")}
          />
          <TextField label="Where you looked" value={note} onValue={setNote} error={faultOf(looking.error, "note")} />
        </Form>
      </Card>
    </Section>
  );
}
