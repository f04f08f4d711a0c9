// Learners without anybody yet: why, and the one change that would help each.
import { useState } from "react";
import { agreeing, plural } from "../../core/plural.ts";
import { useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import { usePlace } from "../../web/ui/link.tsx";
import { Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { tryingOut } from "../adjustment.ts";
import { adjustRun } from "../contract.ts";
import type { Gap, RunDetail } from "../run-detail.ts";
import { countWords, of100, roleIn } from "./desk-words.ts";
import { GapSeen } from "./seen.tsx";

const shownFirst = 4;

export function Gaps({ run, select }: { run: RunDetail; select: (learnerId: string) => void }) {
  const [isAll, setAll] = useState(false);
  const waiting = run.gaps.filter(({ onLeave }) => !onLeave);
  const away = run.gaps.filter(({ onLeave }) => onLeave);
  if (run.gaps.length === 0) return null;
  return (
    <Section
      title="Not matched yet"
      className="split-b"
      note={
        waiting.length > 0
          ? `${plural(waiting.length, "learner")}. ${agreeing(waiting.length, "Below, what", "For each, what")} would place them.`
          : ""
      }
    >
      {waiting.length > 0 && (
        <ul className="unmatched" role="list">
          {waiting.slice(0, isAll ? undefined : shownFirst).map((gap) => (
            <GapCard key={gap.learnerId} run={run} gap={gap} select={select} />
          ))}
        </ul>
      )}
      {!isAll && waiting.length > shownFirst && (
        <p>
          <Button small onClick={() => setAll(true)}>
            Show all {waiting.length}
          </Button>
        </p>
      )}
      {away.length > 0 && (
        <p className="small muted">
          On leave, and not matched until they are back: {away.map(({ learner }) => learner).join(", ")}.
        </p>
      )}
    </Section>
  );
}

function GapCard({ run, gap, select }: { run: RunDetail; gap: Gap; select: (learnerId: string) => void }) {
  const role = roleIn(run.program);
  return (
    <li className="card">
      <h3>{gap.learner}</h3>
      <p>
        {gap.counts.length === 0
          ? `No ${role} offers places yet.`
          : `Of all who offer places: ${gap.counts.map(({ code, educators }) => `${educators} ${countWords[code] ?? code}`).join(", ")}.`}
      </p>
      {gap.changes.length === 0 ? (
        <p className="small muted">No single change places them.</p>
      ) : (
        gap.changes
          .slice(0, 2)
          .map((change) => (
            <ChangeOffer key={`${change.kind} ${change.educatorId}`} run={run} gap={gap} change={change} />
          ))
      )}
      <div className="row">
        <Button small kind="quiet" onClick={() => select(gap.learnerId)}>
          Why<span className="vh"> is {gap.learner} not matched</span>
        </Button>
        <GapSeen learner={gap.learner} />
      </div>
    </li>
  );
}

function ChangeOffer({ run, gap, change }: { run: RunDetail; gap: Gap; change: Gap["changes"][number] }) {
  const adjusting = useWrite(adjustRun, { params: { id: run.runId } });
  const { go } = usePlace();
  const body = tryingOut(gap.learnerId, change);
  const attempt = () => adjusting.mutate(body, { onSuccess: ({ run: made }) => go(`/matching/${made.runId}`) });
  return (
    <>
      <p className="change">
        <Icon name="arrow" />
        <span>
          <b>{sayChange(change, gap.learner)}</b> They would score {of100(change.score)}. Nobody else has to move.
        </span>
      </p>
      {run.approval === null && (
        <div className="row">
          <Button small busy={adjusting.isPending} onClick={attempt}>
            Try it<span className="vh">: {sayChange(change, gap.learner)}</span>
          </Button>
        </div>
      )}
      <Problem error={adjusting.error} />
    </>
  );
}

function sayChange({ kind, educator, modules, places }: Gap["changes"][number], learner: string): string {
  if (kind === "train") return `${educator} completes ${modules.join(" and ")}.`;
  if (kind === "place") return `${educator} takes ${plural(places, "learner")} in place of ${places - 1}.`;
  return `The no between ${learner} and ${educator} is taken back by who said it.`;
}
