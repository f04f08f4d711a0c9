// What a reviewer can do with a version: submit it, approve it, or return it with a reason. The database has the last word.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { TextArea } from "../../web/ui/field.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { reviewVersion, submitVersion } from "../review-contract.ts";
import type { Kind, State } from "../standing.ts";

type Props = { kind: Kind; of: { key: string; version: number; state: State } };

export function Judge({ kind, of }: Props) {
  const { key, version, state } = of;
  const params = { kind, key, version };
  return (
    <Section title="Review" note={`Version ${version}`} className="judge">
      {state !== "returned" && (
        <Card>{state === "draft" ? <Submit params={params} /> : <Verdict params={params} />}</Card>
      )}
      <p>
        <ButtonLink href={`/library/write/${kind}?key=${key}`} icon="pen">
          Write the next version
        </ButtonLink>
      </p>
    </Section>
  );
}

type Params = { kind: Kind; key: string; version: number };

function Submit({ params }: { params: Params }) {
  const submitting = useWrite(submitVersion, { params });
  const submit = () =>
    submitting.mutate(undefined, { onSuccess: () => toast("Submitted. Everybody reads it now, with its caution.") });
  return (
    <div className="form">
      <Problem error={submitting.error} />
      <p>Once it is submitted, everybody in the school reads it with a caution, and two others can approve it.</p>
      <div className="row">
        <Button kind="primary" busy={submitting.isPending} onClick={submit}>
          Submit this version
        </Button>
      </div>
    </div>
  );
}

function Verdict({ params }: { params: Params }) {
  const [reason, setReason] = useState("");
  const saying = useWrite(reviewVersion, { params });
  const approve = () =>
    saying.mutate(
      { verdict: "approve", reason: "" },
      { onSuccess: () => toast("Approved, as far as you are concerned.") },
    );
  const giveBack = () =>
    saying.mutate({ verdict: "return", reason }, { onSuccess: () => toast("Returned. Only reviewers read it now.") });
  return (
    <div className="form">
      <Problem error={saying.error} fields={{ reason: "Why you return it" }} />
      <p>You can judge what others wrote. Two approvals make it approved; one return takes it back to its author.</p>
      <TextArea
        label="Why you return it"
        hint="Only needed for that. The author and the other reviewers read it."
        value={reason}
        onValue={setReason}
        error={faultOf(saying.error, "reason")}
      />
      <div className="row">
        <Button kind="primary" busy={saying.isPending} onClick={approve}>
          Approve
        </Button>
        <Button busy={saying.isPending} onClick={giveBack}>
          Return it
        </Button>
      </div>
    </div>
  );
}
