// What stays between the two and where that ends, always before the signature; and who has signed.
import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type AskError, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Tick } from "../../web/ui/choice.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import type { Agreement } from "../agreement.ts";
import { signAgreement } from "../contract.ts";

export function Signing({ agreement, other, isEditing }: { agreement: Agreement; other: string; isEditing: boolean }) {
  const me = useMe();
  const client = useQueryClient();
  const own = agreement.signatures.find(({ personId }) => personId === me.personId);
  const mustSign = own?.at === null && agreement.relationship.state !== "ended" && !isEditing;
  // Here and not beside the button, which is gone as soon as the signature is there.
  const signing = useWrite(signAgreement, { params: { id: agreement.agreementId } });
  const signatures = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (signing.isSuccess) signatures.current?.focus();
  }, [signing.isSuccess]);
  const readAgain = async () => {
    await client.invalidateQueries();
    signing.reset();
  };
  const sign = () =>
    signing.mutate(
      { readLimits: true },
      {
        onSuccess: ({ relationship }) =>
          toast(relationship.awaits.length === 0 ? "Signed by both of you." : `Signed. It now waits for ${other}.`),
      },
    );
  return (
    <Card className="rules-card">
      <h2>Between the two of you</h2>
      <p>{agreement.confidentiality.text}</p>
      <div className="limits">
        <h3>Where that ends</h3>
        <ul>
          {agreement.confidentiality.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
        <p>Where it is possible, you are told before anything is passed on.</p>
      </div>
      {mustSign && (
        <Sign isSigning={signing.isPending} error={signing.error} onSign={sign} onReadAgain={() => void readAgain()} />
      )}
      <Signatures agreement={agreement} timeZone={me.school.timeZone} head={signatures} />
    </Card>
  );
}

type SignProps = { isSigning: boolean; error: AskError | null; onSign: () => void; onReadAgain: () => void };

function Sign({ isSigning, error, onSign, onReadAgain }: SignProps) {
  const [hasRead, setRead] = useState(false);
  const readAgain = () => {
    setRead(false);
    onReadAgain();
  };
  return (
    <div className="sign">
      <Problem error={error} />
      {error?.rule === "agreement.version" && (
        <div className="row">
          <Button small icon="rotate" onClick={readAgain}>
            Read the new wording
          </Button>
        </div>
      )}
      {error?.rule === "wall.not-available" && (
        <p className="small">
          Your signature was not kept, and nothing changed. Your program office can find a way with you.
        </p>
      )}
      <Tick checked={hasRead} onValue={setRead}>
        I have read what stays between us and where that ends.
      </Tick>
      <div className="row">
        <Button kind="primary" icon="sign" disabled={!hasRead} busy={isSigning} onClick={onSign}>
          Sign these ground rules
        </Button>
        {!hasRead && <span className="small muted">Tick the line above first.</span>}
      </div>
    </div>
  );
}

type SignaturesProps = { agreement: Agreement; timeZone: string; head: RefObject<HTMLHeadingElement | null> };

function Signatures({ agreement, timeZone, head }: SignaturesProps) {
  return (
    <div className="limits">
      <h3 ref={head} tabIndex={-1}>
        Signatures to version {agreement.version}
      </h3>
      <ul role="list" className="signatures">
        {agreement.signatures.map(({ personId, name, at }) => (
          <li key={personId}>
            <StatusLine kind={at === null ? "wait" : "done"}>
              {name}: {at === null ? "not signed yet" : `signed ${sayInstant(at, timeZone)}`}
            </StatusLine>
          </li>
        ))}
      </ul>
    </div>
  );
}
