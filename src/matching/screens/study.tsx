// What a run teaches beyond its pairs, worked out when somebody looks: helpful places, groups, and continuity's price.
import { capitalised } from "../../core/capitalised.ts";
import { useState } from "react";
import { plural } from "../../core/plural.ts";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { usePlace } from "../../web/ui/link.tsx";
import { Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { addRun, adjustRun, getStudy } from "../contract.ts";
import type { GroupFigures } from "../equity.ts";
import type { RunDetail } from "../run-detail.ts";
import type { Study as Told } from "../study.ts";
import { of100, roleIn } from "./desk-words.ts";
import { TableHead } from "./table-head.tsx";

export function Study({ run }: { run: RunDetail }) {
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useRead(getStudy, { params: { id: run.runId } }, { enabled: isOpen });
  return (
    <Section title="What would help, and how groups fare" id="study">
      <details className="card more study" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>Work it out. It takes a second or two</summary>
        {data ? (
          <div className="study-body">
            {run.approval === null && <Helpful run={run} told={data} />}
            {data.continuity.length > 0 && <Continuity run={run} told={data} />}
            {data.equity.map(({ by, groups }) => (
              <Groups key={by} by={by} groups={groups} />
            ))}
            <p className="small muted">
              Groups are those the school itself assigns. No trait of a person is asked for or guessed. Groups of fewer
              than 5 are not shown, nor one that would follow from them.
            </p>
          </div>
        ) : (
          isOpen && <Waiting error={error} rows={3} />
        )}
      </details>
    </Section>
  );
}

function Helpful({ run, told: { helpful } }: { run: RunDetail; told: Told }) {
  const adjusting = useWrite(adjustRun, { params: { id: run.runId } });
  const { go } = usePlace();
  const attempt = (educatorId: string, places: number) =>
    adjusting.mutate(
      { raise: { educatorId, places } },
      { onSuccess: ({ run: made }) => go(`/matching/${made.runId}`) },
    );
  return (
    <section aria-labelledby="helpful-title">
      <h3 id="helpful-title">Places that would help most</h3>
      {helpful.length === 0 ? (
        <p className="muted">No single place more would help anybody.</p>
      ) : (
        <table role="table" className="table stack">
          <caption className="vh">What one place more with each would give</caption>
          <TableHead
            columns={["One place more with", "Learners more", "Points more", hiddenHead("Try it")]}
            end={[1, 2]}
          />
          <tbody role="rowgroup">
            {helpful.map((place) => (
              <HelpfulRow key={place.educatorId} place={place} attempt={attempt} busy={adjusting.isPending} />
            ))}
          </tbody>
        </table>
      )}
      <p className="small muted">
        Each was solved anew with one place more. It is for the {roleIn(run.program)} to offer one; nobody is asked
        here.
      </p>
      <Problem error={adjusting.error} />
    </section>
  );
}

function HelpfulRow({
  place: { educatorId, educator, matched, total, places },
  attempt,
  busy,
}: {
  place: Told["helpful"][number];
  attempt: (educatorId: string, places: number) => void;
  busy: boolean;
}) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {educator}
        <span className="with small">
          {places === null ? "Needs more hours as well" : `${plural(places, "place")} in all then`}
        </span>
      </th>
      <td role="cell" data-label="Learners" className="end num">
        {matched}
      </td>
      <td role="cell" data-label="Points" className="end num">
        {Math.round(total / 100).toLocaleString("en-US")}
      </td>
      <td role="cell" className="end">
        {places !== null && (
          <Button small busy={busy} onClick={() => attempt(educatorId, places)}>
            Try it<span className="vh">: one place more with {educator}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}

function hiddenHead(words: string) {
  return (
    <span key="act" className="vh">
      {words}
    </span>
  );
}

function Continuity({ run, told: { continuity } }: { run: RunDetail; told: Told }) {
  const making = useWrite(addRun);
  const { go } = usePlace();
  const attempt = (continuityBonus: number | null) =>
    making.mutate(
      { program: run.program, basedOn: run.runId, settings: { continuityBonus } },
      { onSuccess: ({ runId }) => go(`/matching/${runId}`) },
    );
  return (
    <section aria-labelledby="continuity-title">
      <h3 id="continuity-title">What keeping relationships costs</h3>
      <table role="table" className="table stack">
        <caption className="vh">Relationships moved and total, by what keeping one is worth</caption>
        <TableHead
          columns={["Keeping one is worth", "Moved", "Total", "Lowest", hiddenHead("Use it")]}
          end={[1, 2, 3]}
        />
        <tbody role="rowgroup">
          {continuity.map((step) => (
            <ContinuityRow
              key={String(step.bonus)}
              step={step}
              isThis={step.bonus === run.settings.continuityBonus}
              attempt={() => attempt(step.bonus)}
              busy={making.isPending}
            />
          ))}
        </tbody>
      </table>
      <Problem error={making.error} />
    </section>
  );
}

function ContinuityRow({
  step: { bonus, moved, total, lowest },
  isThis,
  attempt,
  busy,
}: {
  step: Told["continuity"][number];
  isThis: boolean;
  attempt: () => void;
  busy: boolean;
}) {
  const worth = bonus === null ? "More than any score" : plural(bonus / 100, "point");
  return (
    <tr role="row" className={isThis ? "sel" : undefined}>
      <th role="rowheader" scope="row">
        {worth}
      </th>
      <td role="cell" data-label="Moved" className="end num">
        {moved}
      </td>
      <td role="cell" data-label="Total" className="end num">
        {of100(total).toLocaleString("en-US")}
      </td>
      <td role="cell" data-label="Lowest" className="end num">
        {lowest === null ? "–" : of100(lowest)}
      </td>
      <td role="cell" className="end">
        {isThis ? (
          <span className="tag">This run</span>
        ) : (
          <Button small busy={busy} onClick={attempt}>
            Use it<span className="vh">: {worth}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}

function Groups({ by, groups }: { by: string; groups: GroupFigures[] }) {
  const said = (score: number | null): string => (score === null ? "–" : String(of100(score)));
  return (
    <section aria-labelledby={`by-${by}`}>
      <h3 id={`by-${by}`}>By {by}</h3>
      <table role="table" className="table stack">
        <caption className="vh">Matched learners and their scores by {by}</caption>
        <TableHead
          columns={[capitalised(by), "Matched", "Mean score", "Lowest twentieth", "By chance"]}
          end={[1, 2, 3, 4]}
        />
        <tbody role="rowgroup">
          {groups.map(({ name, learners, matched, mean, low, chance }) => (
            <tr role="row" key={name}>
              <th role="rowheader" scope="row">
                {name}
              </th>
              <td role="cell" data-label="Matched" className="end num">
                {learners === null ? "Too few to show" : `${matched} of ${learners}`}
              </td>
              <td role="cell" data-label="Mean score" className="end num">
                {said(mean)}
                {mean !== null && chance && (mean < chance[0] || mean > chance[1]) && (
                  <span className="with small">{mean < chance[0] ? "below chance" : "above chance"}</span>
                )}
              </td>
              <td role="cell" data-label="Lowest twentieth" className="end num">
                {said(low)}
              </td>
              <td role="cell" data-label="By chance" className="end num">
                {chance === null ? "–" : `${of100(chance[0])} to ${of100(chance[1])}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
