// The match in one picture: a thread from each learner on the page to the educator proposed, and the same as a table.
import { laneOf } from "../../web/ui/lanes.ts";
import { Section } from "../../web/ui/page.tsx";
import type { Proposal, RunDetail } from "../run-detail.ts";
import { capitalised, roleIn, rolesIn } from "./desk-words.ts";

const width = 720;
const rowHeight = 34;
const [from, bandFrom, bandTo] = [230, 430, 700];

/** As many learners as the table shows; gaps of the same run follow as open ends. */
export function Picture({ run, rows, selected }: { run: RunDetail; rows: Proposal[]; selected: string | null }) {
  if (rows.length === 0) return null;
  const gaps = run.gaps.filter(({ onLeave }) => !onLeave).slice(0, 2);
  const ends = [...new Set(rows.map(({ educatorId }) => educatorId))].map((educatorId) => ({
    educatorId,
    name: rows.find((row) => row.educatorId === educatorId)?.educator ?? "",
  }));
  const lines = Math.max(rows.length + gaps.length, ends.length + (gaps.length > 0 ? 1 : 0));
  const height = 60 + lines * rowHeight;
  const learnerY = (at: number) => 60 + ((at + 0.5) * lines * rowHeight) / (rows.length + gaps.length);
  const endY = (at: number) => 60 + ((at + 0.5) * lines * rowHeight) / (ends.length + (gaps.length > 0 ? 1 : 0));
  const lane = laneOf(run.program);
  const role = roleIn(run.program);
  const thread = (y1: number, y2: number) =>
    `M${from + 8} ${y1}C${(from + bandFrom) / 2} ${y1} ${(from + bandFrom) / 2} ${y2} ${bandFrom + 14} ${y2}`;
  const said = `${rows.length} learners run as threads to ${ends.length} ${ends.length === 1 ? role : rolesIn(run.program)}.${gaps.length > 0 ? ` ${gaps.map(({ learner }) => learner).join(" and ")} have nobody yet.` : ""} The table below says the same.`;
  return (
    <Section title="The match in one picture" note="Each thread is one learner of the page above.">
      <figure className="card picture">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          className={`threads ${lane.className}`}
          role="img"
          aria-label={`Learners and their proposed ${rolesIn(run.program)}. ${said}`}
        >
          <rect className="band" x={bandFrom} y={2} width={bandTo - bandFrom} height={height - 4} rx={10} />
          <use href={`#i-${lane.icon}`} x={bandFrom + 16} y={14} width={18} height={18} className="band-icon" />
          <text className="band-word" x={bandFrom + 42} y={28}>
            {lane.word}
          </text>
          {rows.map((row, at) => (
            <path
              key={row.learnerId}
              className={`thread${row.learnerId === selected ? " hot" : ""}`}
              d={thread(learnerY(at), endY(ends.findIndex(({ educatorId }) => educatorId === row.educatorId)))}
            />
          ))}
          {gaps.map((gap, at) => (
            <path
              key={gap.learnerId}
              className={`${laneOf("assessment").className} thread gap`}
              d={thread(learnerY(rows.length + at), endY(ends.length))}
            />
          ))}
          {[...rows, ...gaps].map(({ learnerId, learner }, at) => (
            <text
              key={learnerId}
              className={`learner-name${learnerId === selected ? " hot" : ""}`}
              x={from}
              y={learnerY(at) + 4}
            >
              {learner}
            </text>
          ))}
          {ends.map(({ educatorId, name }, at) => (
            <g key={educatorId}>
              <rect
                className="node"
                x={bandFrom + 14}
                y={endY(at) - 13}
                width={bandTo - bandFrom - 28}
                height={26}
                rx={4}
              />
              <text className="node-name" x={(bandFrom + bandTo) / 2} y={endY(at) + 4}>
                {name}
              </text>
            </g>
          ))}
          {gaps.length > 0 && (
            <g>
              <rect
                className="node none"
                x={bandFrom + 14}
                y={endY(ends.length) - 13}
                width={bandTo - bandFrom - 28}
                height={26}
                rx={4}
              />
              <text className="node-name none-t" x={(bandFrom + bandTo) / 2} y={endY(ends.length) + 4}>
                No {role} yet
              </text>
            </g>
          )}
        </svg>
        <figcaption className="small muted">
          {rows.length} of {run.outcome.learners} learners.
          {selected !== null && rows.some(({ learnerId }) => learnerId === selected)
            ? " The heavy thread is the one you opened."
            : ""}
        </figcaption>
        <details className="more">
          <summary>Read it as a table</summary>
          <table role="table" className="table stack">
            <caption className="vh">Learners and their proposed {rolesIn(run.program)}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  Learner
                </th>
                <th role="columnheader" scope="col">
                  {capitalised(role)}
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map(({ learnerId, learner, educator }) => (
                <tr role="row" key={learnerId}>
                  <th role="rowheader" scope="row">
                    {learner}
                  </th>
                  <td role="cell" data-label={capitalised(role)}>
                    {educator}
                  </td>
                </tr>
              ))}
              {gaps.map(({ learnerId, learner }) => (
                <tr role="row" key={learnerId}>
                  <th role="rowheader" scope="row">
                    {learner}
                  </th>
                  <td role="cell" data-label={capitalised(role)}>
                    Nobody yet
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figure>
    </Section>
  );
}
