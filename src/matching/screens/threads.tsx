// Threads through the three lanes, drawn: once wide, from left to right, and once narrow, with room for the names.
import { plural } from "../../core/plural.ts";
import { type Program, programs } from "../../programs/program.ts";
import { laneOf } from "../../web/ui/lanes.ts";
import { known } from "../known.ts";

/** One learner; a stop is the person met in each program, in the programs' order, null for nobody. */
export interface Thread {
  learnerId: string;
  learner: string;
  stops: (string | null)[];
}

interface Plan {
  width: number;
  /** Where the learners' names end. */
  from: number;
  bandWidth: number;
  gap: number;
  letters: number;
  line: number;
}

const top = 52;
const wide: Plan = { width: 960, from: 176, bandWidth: 196, gap: 66, letters: 24, line: 34 };
const slim: Plan = { width: 346, from: 86, bandWidth: 78, gap: 9, letters: 11, line: 34 };

export function Threads({
  threads,
  selected,
  narrow,
}: {
  threads: Thread[];
  selected: string | null;
  narrow: boolean;
}) {
  const plan = narrow ? slim : wide;
  const lanes = programs.map((program, at) => ({ program, at, ends: endsOf(threads, at) }));
  const lines = Math.max(threads.length, ...lanes.map(({ ends }) => ends.length));
  const height = top + lines * plan.line + 6;
  const spread = (at: number, of: number): number => top + ((at + 0.5) * lines * plan.line) / of;
  const heightsOf = ({ stops }: Thread): number[] =>
    lanes.map(({ at, ends }) => spread(ends.indexOf(stops[at] ?? null), ends.length));
  const said = `${plural(threads.length, "learner runs as a thread", "learners run as threads")} through ${programs.join(", ")}. The table below says the same.`;
  const className = `threads ${narrow ? "threads-narrow" : "threads-wide"}`;
  return (
    <svg viewBox={`0 0 ${plan.width} ${height}`} className={className} role="img" aria-label={said}>
      {lanes.map(({ program, at }) => (
        <Band key={program} program={program} plan={plan} at={at} height={height} />
      ))}
      {threads.map((thread, row) => (
        <Way
          key={thread.learnerId}
          isHot={thread.learnerId === selected}
          plan={plan}
          heights={heightsOf(thread)}
          stops={thread.stops}
          y={spread(row, threads.length)}
        />
      ))}
      {threads.map((thread, row) => (
        <Name
          key={thread.learnerId}
          learner={thread.learner}
          isHot={thread.learnerId === selected}
          plan={plan}
          y={spread(row, threads.length)}
        />
      ))}
      {lanes.map(({ program, at, ends }) => (
        <Stops key={program} program={program} ends={ends} plan={plan} x={bandAt(plan, at)} spread={spread} />
      ))}
    </svg>
  );
}

function Name({ learner, isHot, plan, y }: { learner: string; isHot: boolean; plan: Plan; y: number }) {
  return (
    <text className={`learner-name${isHot ? " hot" : ""}`} x={plan.from - 8} y={y + 4}>
      {short(learner, plan.letters + 2, plan === slim)}
    </text>
  );
}

/** Who is met in a lane, in the order of the learners, so that threads cross little; nobody comes last. */
function endsOf(threads: Thread[], at: number): (string | null)[] {
  const met = [...new Set(threads.map(({ stops }) => stops[at] ?? null))];
  return [...met.filter((name) => name !== null), ...(met.includes(null) ? [null] : [])];
}

function bandAt({ from, bandWidth, gap }: Plan, at: number): number {
  return from + gap + at * (bandWidth + gap);
}

function Band({ program, plan, at, height }: { program: Program; plan: Plan; at: number; height: number }) {
  const { className, icon, word } = laneOf(program);
  const x = bandAt(plan, at);
  const middle = x + plan.bandWidth / 2;
  return (
    <g className={className}>
      <rect className="band" x={x} y={2} width={plan.bandWidth} height={height - 4} rx={10} />
      {plan === wide ? (
        <use href={`#i-${icon}`} x={x + 14} y={15} width={18} height={18} className="band-icon" />
      ) : (
        <use href={`#i-${icon}`} x={middle - 8} y={6} width={16} height={16} className="band-icon" />
      )}
      <text className="band-word" x={plan === wide ? x + 40 : middle} y={plan === wide ? 29 : 36}>
        {word}
      </text>
    </g>
  );
}

/** From the name to the first lane, and on from lane to lane; a stretch has the hue of the lane it leads into. */
function Way({
  plan,
  heights,
  stops,
  y,
  isHot,
}: {
  plan: Plan;
  heights: number[];
  stops: (string | null)[];
  y: number;
  isHot: boolean;
}) {
  return programs.map((program, at) => {
    const from = at === 0 ? plan.from - 2 : bandAt(plan, at - 1) + plan.bandWidth;
    const isOpen = stops[at] === null;
    const lane = laneOf(program).className;
    return (
      <path
        key={program}
        className={`thread ${lane}${isHot ? " hot" : ""}${isOpen ? " gap" : ""}`}
        d={curve(from, at === 0 ? y : known(heights[at - 1]), bandAt(plan, at), known(heights[at]))}
      />
    );
  });
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

function Stops({
  program,
  ends,
  plan,
  x,
  spread,
}: {
  program: Program;
  ends: (string | null)[];
  plan: Plan;
  x: number;
  spread: (at: number, of: number) => number;
}) {
  return ends.map((name, end) => (
    <Stop key={name ?? ""} program={program} name={name} plan={plan} x={x} y={spread(end, ends.length)} />
  ));
}

function Stop({
  program,
  name,
  plan,
  x,
  y,
}: {
  program: Program;
  name: string | null;
  plan: Plan;
  x: number;
  y: number;
}) {
  const narrow = plan === slim;
  const margin = narrow ? 0 : 8;
  return (
    <g className={laneOf(program).className}>
      <rect
        className={name === null ? "node none" : "node"}
        x={x + margin}
        y={y - 13}
        width={plan.bandWidth - 2 * margin}
        height={26}
        rx={4}
      />
      <text className={name === null ? "node-name none-t" : "node-name"} x={x + plan.bandWidth / 2} y={y + 4}>
        {name === null ? "Nobody yet" : short(name, plan.letters, narrow)}
      </text>
    </g>
  );
}

/** Where there is little room, an initial and the family name. */
function short(name: string, most: number, narrow: boolean): string {
  const shown = narrow ? name.replace(/^(.)\S* /u, "$1. ") : name;
  const letters = [...shown];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : shown;
}
