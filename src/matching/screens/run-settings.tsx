// What a run tries to do, what counts, and the rules that no score can buy.
import { type FormEvent, useState } from "react";
import { plural } from "../../core/plural.ts";
import { type Part, parts } from "../../programs/weights.ts";
import { Button } from "../../web/ui/button.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import { useWrite } from "../../web/ask.ts";
import { usePlace } from "../../web/ui/link.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { addRun } from "../contract.ts";
import type { Run } from "../run.ts";
import type { Settings } from "../settings.ts";
import { partNames } from "../telling.ts";
import { partHints, roleIn } from "./desk-words.ts";

const objectives: { value: Settings["objective"]; title: string; hint: string }[] = [
  { value: "fairest", title: "Fairest first", hint: "Raise the lowest score as far as it goes, then the total." },
  { value: "total", title: "Highest total", hint: "The best sum, even if one learner does poorly." },
];

/** Changes make a new run from this one; the run on screen stays as it is. */
export function RunSettings({ run }: { run: Run }) {
  const [settings, setSettings] = useState(run.settings);
  const making = useWrite(addRun);
  const { go } = usePlace();
  const set = (changed: Partial<Settings>) => setSettings({ ...settings, ...changed });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { from: _from, ...asked } = settings;
    making.mutate(
      { program: run.program, basedOn: run.runId, settings: asked },
      { onSuccess: ({ runId }) => go(`/matching/${runId}`) },
    );
  };
  const used = parts.filter((part) => settings.weights[part] > 0).length;
  return (
    <details className="card flush settings">
      <summary>
        <h2>Settings</h2>
        <span className="muted small">
          {objectives.find(({ value }) => value === settings.objective)?.title}, {plural(used, "weight")}, 5 rules
        </span>
        <Icon name="down" />
      </summary>
      <form className="settings-body" onSubmit={send} aria-label="Run settings">
        <Objective settings={settings} set={set} />
        <WeightSliders settings={settings} set={set} idle={run.outcome.idle} />
        <Rules run={run} settings={settings} set={set} />
        <div className="row settings-foot">
          <Button type="submit" icon="play" busy={making.isPending}>
            Run again
          </Button>
          <span className="hint">A run takes about a second. It never changes what was approved.</span>
          <Problem error={making.error} />
        </div>
      </form>
    </details>
  );
}

type Editing = { settings: Settings; set: (changed: Partial<Settings>) => void };

function Objective({ settings, set }: Editing) {
  return (
    <fieldset>
      <legend>What the run tries to do</legend>
      <p className="small muted">First of all, as many learners as can be. Then:</p>
      {objectives.map(({ value, title, hint }) => (
        <label className="tick" key={value}>
          <input
            type="radio"
            name="objective"
            checked={settings.objective === value}
            onChange={() => set({ objective: value })}
          />
          <span>
            <b>{title}</b>
            <span className="small muted block">{hint}</span>
          </span>
        </label>
      ))}
      <label className="tick">
        <input
          type="checkbox"
          checked={settings.scope === "everyone"}
          onChange={({ target }) => set({ scope: target.checked ? "everyone" : "in need" })}
        />
        <span>
          <b>Plan over those in force, too</b>
          <span className="small muted block">
            A study of how everybody could be placed. It cannot be approved while it would move somebody.
          </span>
        </span>
      </label>
      {settings.scope === "everyone" && <Bonus settings={settings} set={set} />}
    </fieldset>
  );
}

function Bonus({ settings: { continuityBonus: bonus }, set }: Editing) {
  return (
    <label className="small">
      Keeping a relationship is worth{" "}
      <input
        className="input cap"
        type="number"
        min={0}
        max={100}
        placeholder="first"
        value={bonus === null ? "" : bonus / 100}
        onChange={({ target }) =>
          set({ continuityBonus: target.value === "" ? null : Math.round(Number(target.value) * 100) })
        }
      />{" "}
      of 100 points. Left empty, nobody is moved without need.
    </label>
  );
}

function WeightSliders({ settings, set, idle }: Editing & { idle: Part[] }) {
  return (
    <fieldset>
      <legend>What counts</legend>
      <ul className="weights" role="list">
        {parts.map((part) => (
          <li key={part} title={partHints[part]}>
            <label htmlFor={`weight-${part}`}>
              {partNames[part]}
              {idle.includes(part) && <span className="small muted block">No data yet, weighs nothing</span>}
            </label>
            <input
              type="range"
              id={`weight-${part}`}
              min={0}
              max={60}
              value={settings.weights[part]}
              aria-valuetext={plural(settings.weights[part], "point")}
              onChange={({ target }) => set({ weights: { ...settings.weights, [part]: Number(target.value) } })}
            />
            <output htmlFor={`weight-${part}`} className="num">
              {settings.weights[part]}
            </output>
          </li>
        ))}
      </ul>
      <p className="small muted">
        Shares of their sum, {parts.reduce((sum, part) => sum + settings.weights[part], 0)}. No trait of a person
        counts.
      </p>
    </fieldset>
  );
}

function Rules({ run, settings, set }: Editing & { run: Run }) {
  const rules = [
    "Nobody is paired with someone who assesses them, now or in the term ahead. The wall.",
    "A no from either side is a no.",
    "One person, one lane: never the same person in two programs.",
    `Certified as ${roleIn(run.program)} on the first day of the term.`,
    "Places, and hours where they are allocated, cover the pair.",
  ];
  return (
    <fieldset>
      <legend>Rules no score can buy</legend>
      <ul className="rules" role="list">
        {rules.map((rule) => (
          <li key={rule}>
            <Icon name="lock" />
            <span>{rule}</span>
          </li>
        ))}
        <li>
          <label className="tick">
            <input
              type="checkbox"
              checked={settings.sameCampus}
              onChange={({ target }) => set({ sameCampus: target.checked })}
            />
            <span>Same campus</span>
          </label>
        </li>
        <li className="row">
          <Most role={roleIn(run.program)} settings={settings} set={set} />
        </li>
      </ul>
      {settings.pins.length + settings.forbidden.length > 0 && (
        <p className="small">
          {settings.pins.length} kept by hand, {settings.forbidden.length} ruled out by hand.{" "}
          <Button small kind="quiet" onClick={() => set({ pins: [], forbidden: [] })}>
            Take them all away
          </Button>
        </p>
      )}
    </fieldset>
  );
}

function Most({ role, settings, set }: Editing & { role: string }) {
  return (
    <>
      <label htmlFor="most" className="small">
        Most learners per {role}
      </label>
      <input
        className="input cap"
        id="most"
        type="number"
        min={1}
        max={60}
        placeholder="–"
        value={settings.learnersMost ?? ""}
        onChange={({ target }) => set({ learnersMost: target.value === "" ? null : Number(target.value) })}
      />
    </>
  );
}
