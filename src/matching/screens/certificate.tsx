// The proof of a run, checked again in the reader's own browser, and its figures.
import { useState } from "react";
import { plural } from "../../core/plural.ts";
import { ask, type AskError } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { getProblem } from "../contract.ts";
import type { Run } from "../run.ts";
import { sayTogether } from "../telling.ts";
import { of100 } from "./desk-words.ts";

type Checked =
  | { state: "stored" }
  | { state: "checking" }
  | { state: "ok"; ms: number }
  | { state: "wrong"; failures: string[] }
  | { state: "unread"; error: AskError };

/** What a run guarantees. The server checked it before storing; the button checks it again here, from arcs, pairs and prices. */
export function CertificateCard({ run }: { run: Run }) {
  const [checked, setChecked] = useState<Checked>({ state: "stored" });
  const check = () => {
    setChecked({ state: "checking" });
    void checkHere(run.runId).then(setChecked);
  };
  return (
    <div className="card cert">
      <div className="cert-head">
        <span className="cert-seal">
          <Icon name={checked.state === "wrong" ? "alert" : "seal"} />
        </span>
        <div>
          <h3>{titles[checked.state]}</h3>
          <p className="small muted" aria-live="polite">
            {sayChecked(checked)}
          </p>
        </div>
      </div>
      <Promises run={run} />
      {checked.state === "unread" && <Problem error={checked.error} />}
      <p className="small muted cert-foot">
        <span>
          Fingerprint <code>{run.fingerprint.slice(0, 16).replace(/(....)(?=.)/g, "$1 ")}</code>
        </span>
        <Button small kind="quiet" busy={checked.state === "checking"} onClick={check}>
          Check it again here
        </Button>
        <a href={`/api/runs/${run.runId}/problem`} download={`run-${run.runId}.json`}>
          Download
        </a>
      </p>
    </div>
  );
}

/** Reads the proof and checks it in this browser. */
async function checkHere(id: string): Promise<Checked> {
  try {
    const [{ certificate, settings, fingerprint }, { recheck }] = await Promise.all([
      ask(getProblem, { params: { id } }),
      import("../certificate.ts"),
    ]);
    const begun = performance.now();
    const { ok, failures, named } = recheck(certificate, settings);
    if (!fingerprint.startsWith(named)) return { state: "wrong", failures: ["the proof belongs to another input"] };
    return ok ? { state: "ok", ms: performance.now() - begun } : { state: "wrong", failures };
  } catch (error) {
    return { state: "unread", error: error as AskError };
  }
}

function Promises({ run }: { run: Run }) {
  return (
    <ul className="cert-list" role="list">
      {promisesOf(run).map(({ title, text }) => (
        <li key={title}>
          <Icon name="check" />
          <div>
            <b>{title}</b>
            <p>{text}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

const titles: Record<Checked["state"], string> = {
  stored: "Certificate verified",
  checking: "Checking",
  ok: "Certificate verified here",
  wrong: "The certificate does not hold",
  unread: "Certificate not read",
};

function sayChecked(checked: Checked): string {
  if (checked.state === "ok")
    return `Your browser has just checked every pair itself, in ${Math.max(1, Math.round(checked.ms))} ms.`;
  if (checked.state === "checking") return "Reading arcs, pairs and prices.";
  if (checked.state === "wrong") return `Do not use this run. ${checked.failures.slice(0, 2).join("; ")}.`;
  if (checked.state === "unread") return "The run itself was checked when it was made.";
  return "Checked by a second program that did not make the match.";
}

function promisesOf({ outcome, settings }: Run): { title: string; text: string }[] {
  const given = settings.pins.length > 0 ? `, with the ${plural(settings.pins.length, "pair")} kept by hand` : "";
  const promises = [
    {
      title: "Complete",
      text: `No allowed set of pairs matches more than ${outcome.matched} of ${outcome.learners}${given}.`,
    },
  ];
  if (settings.scope === "everyone" && settings.continuityBonus === null)
    promises.push({
      title: "Steady",
      text: `Of those, none moves fewer than ${plural(outcome.moved, "relationship")} in force.`,
    });
  if (settings.objective === "fairest" && outcome.lowest !== null)
    promises.push({ title: "Fair", text: `Of those, none has a higher lowest score than ${of100(outcome.lowest)}.` });
  promises.push({ title: "Best", text: "Of those, none has a higher total." });
  if (outcome.together !== null)
    promises.push({
      title: "Weighed together",
      text: `Given the pairs of the other programs. ${sayTogether(outcome.together)} The server proved it when it made them.`,
    });
  return promises;
}
