// Exceptions: who let which duty stand, for what reason and until when; and approving one.
import { useState } from "react";
import { useRead, useReadPages, useWrite, faultOf } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { saySpan } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField, TextArea, TextField } from "../../web/ui/field.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { approveException, listExceptions, listIncidents } from "../contract.ts";
import type { Exception } from "../exception.ts";
import { dutyWords } from "../rule.ts";
import { exceptionAudience } from "./audience.ts";

export function Exceptions({ today }: { today: string }) {
  const { items, error } = useReadPages(listExceptions, {});
  const [isApproving, setApproving] = useState(false);
  const mayApprove = useMe().may.includes("approve exceptions");
  return (
    <Section
      title="Exceptions"
      note={
        mayApprove ? (
          <Button small onClick={() => setApproving(true)}>
            Approve an exception
          </Button>
        ) : (
          "Approved by a dean."
        )
      }
    >
      {!items && <Waiting error={error} rows={2} />}
      {items?.length === 0 && (
        <Empty title="No exceptions.">
          Each one names who approved it, the reason and its last day, and is told to the learner.
        </Empty>
      )}
      {items !== undefined && items.length > 0 && (
        <Card flush>
          <table className="table stack">
            <caption className="vh">Exceptions</caption>
            <thead>
              <tr>
                <th scope="col">Who</th>
                <th scope="col">What may stand</th>
                <th scope="col">When</th>
                <th scope="col">Reason and approver</th>
                <th scope="col">Who can see</th>
              </tr>
            </thead>
            <tbody>
              {items.map((exception) => (
                <ExceptionRow key={exception.exceptionId} exception={exception} />
              ))}
            </tbody>
          </table>
        </Card>
      )}
      {isApproving && <Approving today={today} onClose={() => setApproving(false)} />}
    </Section>
  );
}

function ExceptionRow({ exception }: { exception: Exception }) {
  const { learner, educator, duty, wall, because, from, until, approvedBy } = exception;
  return (
    <tr>
      <th scope="row">
        {learner}
        <span className="with block">with {educator}</span>
      </th>
      <td data-label="May stand">
        <div className="first-up">
          {duty === null ? "A duty that has ended" : dutyWords[duty]}{" "}
          <span className="small muted block">On the {wall} wall</span>
        </div>
      </td>
      <td data-label="When">{saySpan({ from, to: until }, true)}</td>
      <td data-label="Reason">
        <div>
          {because}
          <span className="small muted block">Approved by {approvedBy}</span>
        </div>
      </td>
      <td data-label="Seen by">
        <SeenChip audience={exceptionAudience} of="this exception" />
      </td>
    </tr>
  );
}

function Approving({ today, onClose }: { today: string; onClose: () => void }) {
  const { data } = useRead(listIncidents, { query: { state: "open", limit: 200 } });
  const approving = useWrite(approveException);
  const [chosen, setChosen] = useState("");
  const [because, setBecause] = useState("");
  const [until, setUntil] = useState("");
  const open = data?.items.filter(({ dutyId, kind }) => dutyId !== null && kind !== "assessment") ?? [];
  const incident = open.find(({ incidentId }) => incidentId === chosen) ?? open[0];
  const act = () => {
    if (incident === undefined || incident.dutyId === null) return;
    const { learnerId, educatorId, wall, dutyId } = incident;
    approving.mutate(
      { learnerId, educatorId, wall, dutyId, because, until },
      {
        onSuccess: () => {
          toast("Exception approved. The learner can read it.");
          onClose();
        },
      },
    );
  };
  const actions = (
    <>
      <Button kind="quiet" onClick={onClose}>
        Not now
      </Button>
      <Button kind="primary" busy={approving.isPending} onClick={act}>
        Approve it
      </Button>
    </>
  );
  if (incident === undefined)
    return (
      <Dialog title="Approve an exception" isOpen onClose={onClose}>
        <p>{data ? "There is no open incident that an exception could be for." : "Reading the incidents."}</p>
      </Dialog>
    );
  const options = open.map(({ incidentId, learner, educator, duty, about }) => ({
    value: incidentId,
    word: `${learner}, ${educator}: ${about || dutyWords[duty]}`,
  }));
  return (
    <Dialog title="Approve an exception" isOpen onClose={onClose} actions={actions}>
      <Problem error={approving.error} fields={{ because: "Reason", until: "First day without it" }} />
      <SelectField label="For which incident" options={options} value={incident.incidentId} onValue={setChosen} />
      <TextArea
        label="Reason"
        hint="The learner and the educator read it."
        value={because}
        onValue={setBecause}
        error={faultOf(approving.error, "because")}
      />
      <TextField
        label="First day without it"
        type="date"
        min={today}
        value={until}
        onValue={setUntil}
        error={faultOf(approving.error, "until")}
      />
    </Dialog>
  );
}
