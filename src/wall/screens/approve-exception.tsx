// Approving an exception for two people: by name, for a reason, until a day, on the walls where they collide.
import { type ReactNode, useState } from "react";
import { addDays } from "../../core/shapes.ts";
import { faultOf, useReadPages, useWrite } from "../../web/ask.ts";
import { walls } from "../../programs/charter.ts";
import { Button } from "../../web/ui/button.tsx";
import { Tick } from "../../web/ui/choice.tsx";
import { saySpan } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField, TextArea, TextField } from "../../web/ui/field.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { approveException, listIncidents } from "../contract.ts";
import { exceptedOf, exceptionDays, type Incident, pairsToExcept } from "../incident.ts";
import { collisionWords, placeWords } from "./what-collides.ts";

type Props = {
  today: string;
  /** The incident whose row was pressed; without it, any pair can be chosen. */
  about?: Incident;
  onClose: () => void;
};

export function ApproveException({ today, about, onClose }: Props) {
  const { items, ...pages } = useReadPages(listIncidents, { query: { state: "open", limit: 200 } });
  const [chosen, setChosen] = useState(about === undefined ? "" : keyOf(about));
  const pairs = pairsToExcept([...(about === undefined ? [] : [about]), ...(items ?? [])]);
  const pair = pairs.find(([first]) => keyOf(first) === chosen) ?? pairs[0];
  if (pair === undefined) return <NothingToApprove isRead={items !== undefined} onClose={onClose} />;
  const options = pairs.map((incidents) => ({ value: keyOf(incidents[0]), word: pairWords(incidents) }));
  const choice = about === undefined && (
    <>
      <SelectField label="For whom" options={options} value={keyOf(pair[0])} onValue={setChosen} />
      {pages.hasMore && (
        <p>
          <Button small busy={pages.isReadingMore} onClick={pages.more}>
            Read more incidents
          </Button>
        </p>
      )}
    </>
  );
  return <Approval key={keyOf(pair[0])} incidents={pair} today={today} choice={choice} onClose={onClose} />;
}

type Pair = ReturnType<typeof pairsToExcept>[number];
type ApprovalProps = { incidents: Pair; today: string; choice: ReactNode; onClose: () => void };

function Approval({ incidents, today, choice, onClose }: ApprovalProps) {
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const [because, setBecause] = useState("");
  const [last, setLast] = useState("");
  const approving = useWrite(approveException);
  const [{ learnerId, educatorId, learner, educator }] = incidents;
  const ticked = incidents.filter(({ incidentId }) => !dropped.has(incidentId));
  const approve = () =>
    approving.mutate(
      { learnerId, educatorId, each: ticked.map(exceptedOf), because, until: last === "" ? "" : addDays(last, 1) },
      {
        onSuccess: () => {
          toast("Exception approved. The learner can read it.");
          onClose();
        },
      },
    );
  const toggle = (id: string) =>
    setDropped((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <Dialog
      title={`Approve an exception for ${learner} and ${educator}`}
      isOpen
      onClose={onClose}
      actions={<Actions busy={approving.isPending} isOpen={ticked.length > 0} onAct={approve} onClose={onClose} />}
    >
      <Problem error={approving.error} fields={{ because: "Reason", until: "Last day", each: "What may stand" }} />
      {choice}
      <MayStand incidents={incidents} dropped={dropped} onToggle={toggle} />
      <TextArea
        label="Reason"
        hint="The learner and the educator read it."
        value={because}
        onValue={setBecause}
        error={faultOf(approving.error, "because")}
      />
      <TextField
        label="Last day"
        hint="Included. After it they collide as before."
        type="date"
        min={earliestOf(ticked, today)}
        max={addDays(today, exceptionDays)}
        value={last}
        onValue={setLast}
        error={faultOf(approving.error, "until")}
      />
    </Dialog>
  );
}

type MayStandProps = { incidents: Pair; dropped: ReadonlySet<string>; onToggle: (id: string) => void };

function MayStand({ incidents, dropped, onToggle }: MayStandProps) {
  return (
    <fieldset className="answers">
      <legend>What may stand</legend>
      {incidents.map((incident) => (
        <Tick
          key={incident.incidentId}
          checked={!dropped.has(incident.incidentId)}
          onValue={() => onToggle(incident.incidentId)}
        >
          <span className="block first-up">{whatWords(incident)}</span>
        </Tick>
      ))}
    </fieldset>
  );
}

function keyOf({ learnerId, educatorId }: Incident): string {
  return `${learnerId} ${educatorId}`;
}

function pairWords(incidents: Pair): string {
  const [{ learner, educator }] = incidents;
  const met = walls.filter((wall) => incidents.some((incident) => incident.wall === wall));
  return `${learner}, ${educator}: ${met.join(" and ")} ${met.length === 1 ? "wall" : "walls"}`;
}

function whatWords(incident: Incident): string {
  const { left } = incident;
  return `${collisionWords(incident)} ${placeWords(incident)}${left === null ? "" : `, ${saySpan(left)}`}`;
}

/** What is ticked has to be reached: an exception that ends before the two collide is not needed. */
function earliestOf(ticked: Incident[], today: string): string {
  return ticked.reduce((latest, { left }) => (left !== null && left.from > latest ? left.from : latest), today);
}

type ActionsProps = { busy: boolean; isOpen: boolean; onAct: () => void; onClose: () => void };

function Actions({ busy, isOpen, onAct, onClose }: ActionsProps) {
  return (
    <>
      <Button kind="quiet" onClick={onClose}>
        Not now
      </Button>
      {isOpen && (
        <Button kind="primary" busy={busy} onClick={onAct}>
          Approve it
        </Button>
      )}
    </>
  );
}

function NothingToApprove({ isRead, onClose }: { isRead: boolean; onClose: () => void }) {
  return (
    <Dialog title="Approve an exception" isOpen onClose={onClose}>
      <p>
        {isRead
          ? "An exception lets a duty stand, or a relationship begin that awaits its signatures. No open incident is about either."
          : "Reading the incidents."}
      </p>
    </Dialog>
  );
}
