// The match in one picture: a thread from each learner on the page to the educator proposed, and the same as a table.
import { laneOf } from "../../web/ui/lanes.ts";
import { Section } from "../../web/ui/page.tsx";
import type { Program } from "../../programs/program.ts";
import type { Proposal, RunDetail } from "../run-detail.ts";
import { capitalised, roleIn, rolesIn } from "./desk-words.ts";
import { TableHead } from "./table-head.tsx";

/** One thread; without an educator it ends open. */
interface Thread {
  learnerId: string;
  learner: string;
  educator: string | null;
}

const openShown = 2;

/** As many learners as the table shows; some without anybody follow as open ends. */
export function Picture({ run, rows, selected }: { run: RunDetail; rows: Proposal[]; selected: string | null }) {
  if (rows.length === 0) return null;
  const open = run.gaps.filter(({ onLeave }) => !onLeave).slice(0, openShown);
  const threads = [...rows, ...open.map(({ learnerId, learner }) => ({ learnerId, learner, educator: null }))];
  const isShown = rows.some(({ learnerId }) => learnerId === selected);
  return (
    <Section title="The match in one picture" note="Each thread is one learner of the page above.">
      <figure className="card picture">
        <Threads program={run.program} threads={threads} selected={selected} />
        <figcaption className="small muted">
          {rows.length} of {run.outcome.learners} learners.{isShown ? " The heavy thread is the one you opened." : ""}
        </figcaption>
        <details className="more">
          <summary>Read it as a table</summary>
          <ThreadTable program={run.program} threads={threads} />
        </details>
      </figure>
    </Section>
  );
}

const [width, top, rowHeight] = [720, 60, 34];
const [from, bandFrom, bandTo] = [230, 430, 700];
const lettersMost = 26;

function Threads({ program, threads, selected }: { program: Program; threads: Thread[]; selected: string | null }) {
  const ends = [...new Set(threads.map(({ educator }) => educator))];
  const lines = Math.max(threads.length, ends.length);
  const height = top + lines * rowHeight;
  const spread = (at: number, of: number) => top + ((at + 0.5) * lines * rowHeight) / of;
  const { className, icon, word } = laneOf(program);
  const said = `${threads.length} learners run as threads to their ${rolesIn(program)}. The table below says the same.`;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={`threads ${className}`} role="img" aria-label={said}>
      <rect className="band" x={bandFrom} y={2} width={bandTo - bandFrom} height={height - 4} rx={10} />
      <use href={`#i-${icon}`} x={bandFrom + 16} y={14} width={18} height={18} className="band-icon" />
      <text className="band-word" x={bandFrom + 42} y={28}>
        {word}
      </text>
      {threads.map(({ learnerId, educator }, at) => (
        <path
          key={learnerId}
          className={`thread${learnerId === selected ? " hot" : ""}${educator === null ? ` gap ${laneOf("assessment").className}` : ""}`}
          d={curve(spread(at, threads.length), spread(ends.indexOf(educator), ends.length))}
        />
      ))}
      {threads.map(({ learnerId, learner }, at) => (
        <text
          key={learnerId}
          className={`learner-name${learnerId === selected ? " hot" : ""}`}
          x={from}
          y={spread(at, threads.length) + 4}
        >
          {short(learner)}
        </text>
      ))}
      {ends.map((educator, at) => (
        <End key={educator ?? ""} y={spread(at, ends.length)} name={educator} role={roleIn(program)} />
      ))}
    </svg>
  );
}

function End({ y, name, role }: { y: number; name: string | null; role: string }) {
  return (
    <g>
      <rect
        className={name === null ? "node none" : "node"}
        x={bandFrom + 14}
        y={y - 13}
        width={bandTo - bandFrom - 28}
        height={26}
        rx={4}
      />
      <text className={name === null ? "node-name none-t" : "node-name"} x={(bandFrom + bandTo) / 2} y={y + 4}>
        {name === null ? `No ${role} yet` : short(name)}
      </text>
    </g>
  );
}

function curve(y1: number, y2: number): string {
  const middle = (from + bandFrom) / 2;
  return `M${from + 8} ${y1}C${middle} ${y1} ${middle} ${y2} ${bandFrom + 14} ${y2}`;
}

function short(name: string): string {
  const letters = [...name];
  return letters.length > lettersMost ? `${letters.slice(0, lettersMost - 1).join("")}…` : name;
}

function ThreadTable({ program, threads }: { program: Program; threads: Thread[] }) {
  const role = capitalised(roleIn(program));
  return (
    <table role="table" className="table stack">
      <caption className="vh">Learners and their proposed {rolesIn(program)}</caption>
      <TableHead columns={["Learner", role]} />
      <tbody role="rowgroup">
        {threads.map(({ learnerId, learner, educator }) => (
          <tr role="row" key={learnerId}>
            <th role="rowheader" scope="row">
              {learner}
            </th>
            <td role="cell" data-label={role}>
              {educator ?? "Nobody yet"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
