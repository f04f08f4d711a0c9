// An educator's front page: their learners by lane, what waits, their time, their certification, both sides of the wall.
import type { ReactNode } from "react";
import { NextMeetings } from "../../meetings/screens/next-meetings.tsx";
import { useRead } from "../../web/ask.ts";
import { sayDay, sayLongDay } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Notice } from "../../web/ui/notice.tsx";
import { Page, Section } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getEducatorHome } from "../contract.ts";
import { guidedWords, isHeld } from "../educator-home.ts";
import { BothSides } from "./both-sides.tsx";
import { EducatorTime } from "./educator-time.tsx";
import { FromLearners } from "./from-learners.tsx";
import { LaneColumn } from "./lane-column.tsx";
import { TodoList, waitsFor } from "./todo-list.tsx";
import { Uncertified } from "./uncertified.tsx";

export function EducatorHomeScreen({ end }: { end?: ReactNode }) {
  const { school } = useMe();
  const { data: home, error } = useRead(getEducatorHome);
  if (!home) return <Waiting error={error} rows={6} />;
  return (
    <Page
      title={sayLongDay(home.today)}
      lede={`${guidedWords(home.lanes)} ${waitsFor(home.actions.length + home.requests)}`}
      {...(end === undefined ? {} : { end })}
    >
      {home.pausedUntil !== null && (
        <Notice title={`You are away, and back on ${sayDay(home.pausedUntil, school.today)}.`} icon="pause">
          Until then you are proposed to nobody new. You and the offices see this; those you guide do not. Pause your
          relationships too, and they are told until when.
        </Notice>
      )}
      <Uncertified lanes={home.lanes.filter(isHeld)} />
      <div className="cols cols-main">
        <TodoList actions={home.actions} snoozed={home.snoozed} as="educator" />
        <EducatorTime home={home} />
      </div>
      <NextMeetings as="educator" />
      <FromLearners />
      <Section title="My learners, by lane">
        <div className="lanes">
          {home.lanes.map((lane) => (
            <LaneColumn key={lane.program} lane={lane} />
          ))}
        </div>
      </Section>
      <BothSides home={home} />
    </Page>
  );
}
