// Hours given against hours asked for, as two bars on one scale and a table by lane.
import type { CSSProperties } from "react";
import { Plate } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { Notice } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import type { Audience } from "../../people/audience.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type EducatorHome, type EducatorLane, isHeld } from "../educator-home.ts";

export function EducatorTime({ home: { effort, lanes } }: { home: EducatorHome }) {
  const { allocatedHours, demandedHours, leftHours } = effort;
  const scale = Math.max(allocatedHours, demandedHours, 1);
  const held = lanes.filter(isHeld);
  return (
    <Section title="Your time this year">
      <Card className="effort">
        <p>
          You have <b>{allocatedHours} hours</b>. Your relationships ask for <b>{demandedHours}</b>.
        </p>
        <div className="effort-bars">
          <div className="eb">
            <span>Allocated</span>
            <div className="eb-track" aria-hidden="true">
              <i className="eb-alloc" style={{ "--w": (allocatedHours / scale) * 100 } as CSSProperties} />
            </div>
            <b>{allocatedHours} h</b>
          </div>
          <div className="eb">
            <span>Asked for</span>
            <div className="eb-track" aria-hidden="true">
              {held.map((lane) => (
                <i
                  key={lane.program}
                  className={`hatch ${laneOf(lane.program).className}`}
                  style={{ "--w": (hoursOf(lane) / scale) * 100 } as CSSProperties}
                />
              ))}
            </div>
            <b>{demandedHours} h</b>
          </div>
        </div>
        {held.length > 0 && <ByLane lanes={held} />}
        {leftHours < 0 && (
          <Notice kind="caution" title={`${-leftHours} hours more are asked for than given.`}>
            That is for your program office to mend, with more time or fewer learners. It is not yours to make up.
          </Notice>
        )}
        {allocatedHours === 0 && demandedHours === 0 && (
          <p className="muted">No hours are given to you for guidance yet.</p>
        )}
        <p>
          <SeenChip of="your time" audience={timeAudience} />
        </p>
      </Card>
    </Section>
  );
}

function ByLane({ lanes }: { lanes: EducatorLane[] }) {
  return (
    <table className="table mini">
      <caption className="vh">Hours asked for in a year, by lane</caption>
      <thead>
        <tr>
          <th scope="col">Lane</th>
          <th scope="col" className="end">
            Asked for
          </th>
        </tr>
      </thead>
      <tbody>
        {lanes.map((lane) => (
          <tr key={lane.program}>
            <th scope="row">
              <Plate lane={lane.program} />{" "}
              <span className="small nowrap">
                {lane.used} × {lane.hoursPerLearnerYear} h
              </span>
            </th>
            <td className="end">{hoursOf(lane)} h</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function hoursOf({ used, hoursPerLearnerYear }: EducatorLane): number {
  return Math.round(used * hoursPerLearnerYear * 10) / 10;
}

const timeAudience: Audience = {
  words: "You and the program office",
  can: [{ who: "You" }, { who: "Offices that plan with your time" }],
  cannot: [{ who: "Learners, yours too" }, { who: "Other educators" }],
  rule: "Effort and places are seen by the educator and by the offices that plan with them.",
};
