// The figures of a run: how many, how well, how many got whom they wished for, and what it asks of the educators.
import { capitalised } from "../../core/capitalised.ts";
import { Bar } from "../../web/ui/figures.tsx";
import type { Run } from "../run.ts";
import { of100, rolesIn } from "./desk-words.ts";

export function Figures({ run }: { run: Run }) {
  const { outcome, program } = run;
  return (
    <dl className="card stats">
      <Figure name="Matched" value={outcome.matched} of={`of ${outcome.learners}`} />
      <Score name="Lowest score" score={outcome.lowest} />
      <Score name="Middle score" score={outcome.middle} />
      <Figure name="First choice" value={outcome.firstChoices.count} of={`of ${outcome.firstChoices.of} who chose`} />
      <Figure
        name={`${capitalised(rolesIn(program))} at their limit`}
        value={outcome.atLimit.count}
        of={`of ${outcome.atLimit.of}`}
      />
      <Figure
        name="Hours asked a year"
        value={Math.round(outcome.hours.asked).toLocaleString("en-US")}
        of={`of ${outcome.hours.left.toLocaleString("en-US")} h left`}
      />
    </dl>
  );
}

/** Null where nobody is matched, and there is nothing to score. */
function Score({ name, score }: { name: string; score: number | null }) {
  return (
    <Figure name={name} value={score === null ? "–" : of100(score)} of={score === null ? "nobody matched" : "of 100"} />
  );
}

function Figure({ name, value, of }: { name: string; value: string | number; of: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value} <small>{of}</small>
      </dd>
    </div>
  );
}

const wishesShown = ["First wish", "Second wish", "Third wish"];

/** The rank profile: of those who ranked somebody, how many got which wish. */
export function Choices({ run: { outcome } }: { run: Run }) {
  const { at, another } = outcome.choices;
  const all = at.reduce((sum, count) => sum + count, another);
  if (all === 0) return null;
  const later = at.slice(wishesShown.length).reduce((sum, count) => sum + count, 0);
  const lines: [string, number][] = [
    ...wishesShown.map((name, wish): [string, number] => [name, at[wish] ?? 0]),
    ["A later wish", later],
    ["Somebody not ranked", another],
  ];
  return (
    <div className="card section">
      <h3>Whom they wished for</h3>
      <ul className="factors" role="list">
        {lines.map(([name, count]) => (
          <li key={name}>
            <div className="row spread">
              <span>{name}</span>
              <span className="num">
                {count} <span className="muted">of {all}</span>
              </span>
            </div>
            <Bar percent={(100 * count) / all} />
          </li>
        ))}
      </ul>
    </div>
  );
}
