// An educator's front page: their learners by lane, what waits, their time, their certification, both sides of the wall.
import type { ReactNode } from "react";
import { useRead } from "../../web/ask.ts";
import { sayDay, sayLongDay, sayTime } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Notice } from "../../web/ui/notice.tsx";
import { Page, Section } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getEducatorHome } from "../contract.ts";
import type { EducatorHome } from "../educator-home.ts";
import { listed, type WallCheck } from "../home.ts";
import { CertificationTable } from "./certification-table.tsx";
import { EducatorTime } from "./educator-time.tsx";
import { JudgingDuties } from "./judging-duties.tsx";
import { LaneColumn } from "./lane-column.tsx";
import { TodoList } from "./todo-list.tsx";

export function EducatorHomeScreen({ end }: { end?: ReactNode }) {
  const { school } = useMe();
  const { data: home, error } = useRead(getEducatorHome);
  if (!home) return <Waiting error={error} rows={6} />;
  const checked = sayTime(home.wall.checkedAt, school.timeZone);
  return (
    <Page title={sayLongDay(home.today)} lede={ledeOf(home)} {...(end === undefined ? {} : { end })}>
      {home.pausedUntil !== null && (
        <Notice title={`You are away until ${sayDay(home.pausedUntil, school.today)}.`} icon="pause">
          Until then you are proposed to nobody new. You and the offices see this; those you guide do not. Pause your
          relationships too, and they are told until when.
        </Notice>
      )}
      <div className="cols cols-main">
        <TodoList actions={home.actions} as="educator" />
        <EducatorTime home={home} />
      </div>
      <Section title="My learners, by lane" note={`${wallWords(home.wall)} Checked today, ${checked}.`}>
        <div className="lanes">
          {home.lanes.map((lane) => (
            <LaneColumn key={lane.program} lane={lane} />
          ))}
        </div>
      </Section>
      <div className="cols cols-even">
        <CertificationTable lanes={home.lanes} />
        <JudgingDuties duties={home.duties} />
      </div>
    </Page>
  );
}

function ledeOf({ lanes, actions }: EducatorHome): string {
  const learners = lanes.reduce((sum, lane) => sum + lane.learners.length, 0);
  const held = lanes.filter((lane) => lane.learners.length > 0).length;
  const guides =
    learners === 0
      ? "You guide nobody yet."
      : `You guide ${learners} ${learners === 1 ? "learner" : "learners"} in ${held} ${held === 1 ? "lane" : "lanes"}.`;
  const waits =
    actions.length === 0
      ? "Nothing waits for you."
      : `${actions.length} ${actions.length === 1 ? "thing waits" : "things wait"} for you.`;
  return `${guides} ${waits}`;
}

/** Both sides of the wall, from the educator's end. */
function wallWords({ incidents, exceptions, allowed }: WallCheck): string {
  if (incidents.length > 0) return "An open matter on the wall concerns you; your program office has it.";
  if (exceptions.length > 0)
    return `There is an exception for you and ${listed(exceptions.map(({ name }) => name ?? "a learner"))}.`;
  if (allowed.length > 0)
    return `You also assess or supervise ${listed(allowed.map(({ name }) => name))}, as the rules of that program allow.`;
  return "You assess none of them.";
}
