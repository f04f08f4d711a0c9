// The proposed pairs of a run, a page at a time.
import { useEffect, useState } from "react";
import { Button } from "../../web/ui/button.tsx";
import { Bar } from "../../web/ui/figures.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { useSearch } from "../../web/ui/link.tsx";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Section } from "../../web/ui/page.tsx";
import { groundWords } from "../ground.ts";
import type { Proposal, RunDetail } from "../run-detail.ts";
import { carriedBy, of100, roleIn, wishSaid } from "./desk-words.ts";
import { ProposalSeen } from "./seen.tsx";
import { TableHead } from "./table-head.tsx";

const pageRows = 12;

type Order = "name" | "score" | "educator";
const orders: { value: Order; title: string }[] = [
  { value: "name", title: "Learner's name" },
  { value: "score", title: "Lowest score first" },
  { value: "educator", title: "Educator's name" },
];

export function Pairs({
  run,
  selected,
  select,
  page,
  setPage,
  shown,
}: {
  run: RunDetail;
  selected: string | null;
  select: (learnerId: string) => void;
  page: number;
  setPage: (page: number) => void;
  shown: ReturnType<typeof usePairs>;
}) {
  const { rows, all } = shown;
  useEffect(scrollToPairs, []);
  const last = Math.max(0, Math.ceil(all / pageRows) - 1);
  return (
    <Section
      title="Proposed pairs"
      className="split-a"
      id="pairs"
      note={all === 0 ? "None" : `${page * pageRows + 1} to ${Math.min(all, (page + 1) * pageRows)} of ${all}`}
    >
      {run.approval === null && run.proposals.length > 0 && (
        <p>
          <ProposalSeen of="these proposals" isApproved={false} role={roleIn(run.program)} />
        </p>
      )}
      {run.proposals.length > 0 && <Find shown={shown} setPage={setPage} isAsked={run.approval !== null} />}
      {rows.length === 0 ? (
        <p className="card muted">
          {run.proposals.length === 0
            ? proposesNobody(run)
            : "Nobody fits what you look for. Clear the search to see all."}
        </p>
      ) : (
        <div className={`card flush ${laneOf(run.program).className}`}>
          <PairTable run={run} rows={rows} selected={selected} select={select} />
        </div>
      )}
      {last > 0 && <Pager page={page} last={last} setPage={setPage} />}
    </Section>
  );
}

/** The browser looked for the place before the run was read. */
function scrollToPairs() {
  if (window.location.hash === "#pairs") document.getElementById("pairs")?.scrollIntoView();
}

/** With everybody matched or asked before, nothing stands below that would be a reason. */
function proposesNobody({ gaps }: RunDetail): string {
  return gaps.some(({ onLeave }) => !onLeave)
    ? "This run proposes nobody. Below is why."
    : "This run proposes nobody: no learner waited for a match.";
}

type FindProps = { shown: ReturnType<typeof usePairs>; setPage: (page: number) => void; isAsked: boolean };

function Find({ shown, setPage, isAsked }: FindProps) {
  const { search, setSearch, order, setOrder, answers, setAnswers } = shown;
  return (
    <search className="row" aria-label="Proposed pairs">
      <label className="small">
        Find{" "}
        <input
          className="input"
          type="search"
          value={search}
          onChange={({ target }) => (setSearch(target.value), setPage(0))}
        />
      </label>
      <label className="small">
        Order{" "}
        <select
          className="input"
          value={order}
          onChange={({ target }) => (setOrder(target.value as Order), setPage(0))}
        >
          {orders.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {isAsked && (
        <label className="small">
          Answers{" "}
          <select className="input" value={answers} onChange={({ target }) => (setAnswers(target.value), setPage(0))}>
            <option value="">All pairs</option>
            <option value="waiting">Those that wait for one</option>
          </select>
        </label>
      )}
    </search>
  );
}

function Pager({ page, last, setPage }: { page: number; last: number; setPage: (page: number) => void }) {
  return (
    <nav className="row" aria-label="Pages of pairs">
      <Button small icon="left" disabled={page === 0} onClick={() => setPage(page - 1)}>
        Before
      </Button>
      <span className="small muted num">
        Page {page + 1} of {last + 1}
      </span>
      <Button small icon="right" disabled={page >= last} onClick={() => setPage(page + 1)}>
        Next
      </Button>
    </nav>
  );
}

function PairTable({
  run,
  rows,
  selected,
  select,
}: {
  run: RunDetail;
  rows: Proposal[];
  selected: string | null;
  select: (learnerId: string) => void;
}) {
  const role = roleIn(run.program);
  return (
    <table role="table" className="table stack props">
      <caption className="vh">Proposed pairs with their score out of 100</caption>
      <TableHead
        columns={[`Learner and ${role}`, "Score of 100", "Carried by", ...(run.approval === null ? [] : ["Answers"])]}
      />
      <tbody role="rowgroup">
        {rows.map((row) => (
          <PairRow key={row.learnerId} run={run} row={row} isSelected={row.learnerId === selected} select={select} />
        ))}
      </tbody>
    </table>
  );
}

function PairRow({
  run,
  row,
  isSelected,
  select,
}: {
  run: RunDetail;
  row: Proposal;
  isSelected: boolean;
  select: (learnerId: string) => void;
}) {
  const role = roleIn(run.program);
  return (
    <tr role="row" className={isSelected ? "sel" : undefined} aria-current={isSelected ? "true" : undefined}>
      <th role="rowheader" scope="row" style={{ overflowWrap: "anywhere" }}>
        <a href="#pair" onClick={() => select(row.learnerId)}>
          {row.learner}
        </a>
        <span className="with">
          {row.educator} {row.pinned && <span className="tag">Kept by hand</span>}{" "}
          {row.kept && <span className="tag">In force</span>}
        </span>
      </th>
      <td role="cell" data-label="Score">
        <span className="score">
          <b className="num">{of100(row.score)}</b>
          <Bar percent={row.score / 100} />
        </span>
      </td>
      <td role="cell" data-label="Carried by">
        <div>
          {carriedBy(row.parts)}
          <span className="small muted block">{wishSaid(row.parts)}</span>
        </div>
      </td>
      {run.approval !== null && (
        <td role="cell" data-label="Answers">
          <Answers proposal={row} role={role} />
        </td>
      )}
    </tr>
  );
}

function Answers({ proposal, role }: { proposal: Proposal; role: string }) {
  const said = (by: "learner" | "educator"): string => {
    const given = proposal.answers.find((answer) => answer.by === by);
    if (!given) return "not yet";
    if (given.answer === "accept") return "yes";
    return given.reason === "unavailable" ? "not available" : `no, ${given.reason}`;
  };
  const areBoth = proposal.answers.length === 2 && proposal.answers.every(({ answer }) => answer === "accept");
  if (proposal.kept) return <span className="small muted">Stays as it is</span>;
  if (proposal.withdrawn !== null) return <span className="small">Withdrawn. {groundWords[proposal.withdrawn]}</span>;
  return (
    <span className="small">
      {areBoth ? <StatusLine kind="done">Learner: yes</StatusLine> : `Learner: ${said("learner")}`}
      <span className="block">
        {role[0]?.toUpperCase()}
        {role.slice(1)}: {said("educator")}
      </span>
    </span>
  );
}

/** Which rows a page of the table shows; `?answers=waiting` leaves those that somebody has yet to answer. */
export function usePairs(proposals: Proposal[], page: number) {
  const [{ answers = "" }, setAddress] = useSearch();
  const [search, setSearch] = useState("");
  const [order, setOrder] = useState<Order>("name");
  const wanted = search.trim().toLowerCase();
  const found = proposals.filter(
    (one) =>
      `${one.learner} ${one.educator}`.toLowerCase().includes(wanted) && (answers !== "waiting" || isAwaited(one)),
  );
  if (order === "score") found.sort((a, b) => a.score - b.score);
  if (order === "educator")
    found.sort((a, b) => a.educator.localeCompare(b.educator) || a.learner.localeCompare(b.learner));
  return {
    rows: found.slice(page * pageRows, (page + 1) * pageRows),
    all: found.length,
    search,
    setSearch,
    order,
    setOrder,
    answers,
    setAnswers: (wait: string) => setAddress({ answers: wait }),
  };
}

function isAwaited({ kept, answers }: Proposal): boolean {
  return !kept && answers.length < 2 && answers.every(({ answer }) => answer === "accept");
}
