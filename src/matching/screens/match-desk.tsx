// The match desk: one run, its proof and figures, its pairs and gaps, its scenarios, and the director's yes.
import { useState } from "react";
import { matchOrder } from "../../programs/weights.ts";
import { programs } from "../../programs/program.ts";
import { useRead } from "../../web/ask.ts";
import { sayDay, sayInstant } from "../../web/ui/dates.ts";
import { Icon } from "../../web/ui/icon.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Notice } from "../../web/ui/notice.tsx";
import { Page, Section } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getRun, listRuns } from "../contract.ts";
import type { RunDetail } from "../run-detail.ts";
import { RunActions } from "./approve.tsx";
import { CertificateCard, Figures } from "./certificate.tsx";
import { plural, roleIn, rolesIn } from "./desk-words.ts";
import { Gaps } from "./gaps.tsx";
import { Pairs, usePairs } from "./pairs.tsx";
import { Picture } from "./picture.tsx";
import { RunSettings } from "./run-settings.tsx";
import { Scenarios } from "./scenarios.tsx";
import { WhyPair } from "./why-pair.tsx";

export function MatchDesk({ runId }: { runId: string }) {
  const { data: run, error } = useRead(getRun, { params: { id: runId } });
  if (!run) return <Waiting error={error} rows={6} />;
  // A run of its own state: another run starts with nothing opened.
  return <Desk key={run.runId} run={run} />;
}

function Desk({ run }: { run: RunDetail }) {
  const { school } = useMe();
  const [page, setPage] = useState(0);
  const [selected, setSelected] = useState<string | null>(run.proposals[0]?.learnerId ?? null);
  const shown = usePairs(run.proposals, page);
  return (
    <Page
      title={run.name}
      wide
      lede={<Lede run={run} today={school.today} timeZone={school.timeZone} />}
      end={
        <div className="row">
          <RunActions run={run} />
        </div>
      }
    >
      <Lanes run={run} />
      {run.assumes.length > 0 && (
        <Notice title="A scenario: it assumes what is not so yet" kind="caution">
          <p>{run.assumes.join(" ")} Make it so, run again, and approve that run.</p>
        </Notice>
      )}
      <RunSettings run={run} />
      <Section title="Result">
        <div className="result">
          <CertificateCard run={run} />
          <Figures run={run} />
        </div>
        <Notes run={run} />
      </Section>
      <div className="desk-split">
        <Pairs run={run} selected={selected} select={setSelected} page={page} setPage={setPage} shown={shown} />
        {selected !== null && <WhyPair key={selected} run={run} learnerId={selected} close={() => setSelected(null)} />}
        <Gaps run={run} select={setSelected} />
      </div>
      <Scenarios run={run} />
      <Picture run={run} rows={shown.rows} selected={selected} />
    </Page>
  );
}

function Notes({ run }: { run: RunDetail }) {
  return (
    <details className="more">
      <summary>How this run was made</summary>
      <ul className="small">
        {run.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>
          {run.outcome.arcs.toLocaleString("en-US")} possible pairs, worked out in {Math.round(run.outcome.solveMs)} ms.
        </li>
      </ul>
    </details>
  );
}

function Lede({ run, today, timeZone }: { run: RunDetail; today: string; timeZone: string }) {
  const { outcome, approval, program } = run;
  return (
    <>
      <Plate lane={program} /> {plural(outcome.learners, "learner")},{" "}
      {plural(outcome.educators, `${roleIn(program)} with room`, `${rolesIn(program)} with room`)}. Made by {run.madeBy}
      , {sayInstant(run.madeAt, timeZone)}.{" "}
      {approval === null
        ? "A draft: nobody has been told."
        : `Approved by ${approval.approvedBy}. The last day to answer is ${sayDay(approval.answerBy, today)}.`}
    </>
  );
}

/** The newest run of each program, in the usual order. */
function Lanes({ run }: { run: RunDetail }) {
  const { data } = useRead(listRuns, { query: { limit: 60 } });
  return (
    <nav aria-label="Matching runs by program">
      <ul className="run-lanes" role="list">
        {programs.map((program) => {
          const newest = program === run.program ? run : data?.items.find((one) => one.program === program);
          const { className, icon, word } = laneOf(program);
          return (
            <li key={program} className={className}>
              <Link
                href={newest ? `/matching/${newest.runId}` : `/matching?program=${program}`}
                aria-current={program === run.program ? "true" : undefined}
              >
                <Icon name={icon} />
                <span>
                  <b>{word}</b>
                  <small>
                    {newest
                      ? `${newest.approval ? "Approved" : "Draft"}. ${newest.outcome.matched} of ${newest.outcome.learners}`
                      : `Not run yet. Number ${matchOrder.indexOf(program) + 1} in the order`}
                  </small>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
