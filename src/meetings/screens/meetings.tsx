// Everybody whom one meets, by when and what is planned; one's calendar's address; and for educators their hours, groups and mirror.
import { useState } from "react";
import { useRead } from "../../web/ask.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { meetingsAudience } from "../audience.ts";
import { listMeetings } from "../contract.ts";
import { CalendarAddress } from "./calendar-address.tsx";
import { GroupDialog } from "./group.tsx";
import { TrendSection } from "./trend.tsx";
import { WhomYouMeet } from "./whom-you-meet.tsx";

export function MeetingsScreen() {
  const { isEducator, personId } = useMe();
  const { data, error } = useRead(listMeetings);
  const [isGrouping, setGrouping] = useState(false);
  if (!data) return <Waiting error={error} rows={4} />;
  const guided = data.items.filter(({ relationship }) => relationship.educator.personId === personId);
  const end = isEducator && (
    <div className="row">
      {guided.length > 1 && (
        <Button icon="users" onClick={() => setGrouping(true)}>
          Group meeting
        </Button>
      )}
      <ButtonLink icon="clock" href="/availability">
        Your hours
      </ButtonLink>
    </div>
  );
  return (
    <Page
      title="Meetings"
      lede="By when you meet next, and what is planned. Times are shown in your own zone."
      end={end}
    >
      <Section title="Whom you meet" note={<SeenChip of="your meetings" audience={meetingsAudience} />}>
        {data.items.length === 0 ? (
          <Empty title="Nobody yet.">Once ground rules are signed, you meet here.</Empty>
        ) : (
          <Card flush>
            <WhomYouMeet pairs={data.items} />
          </Card>
        )}
      </Section>
      <CalendarAddress />
      {isEducator && <TrendSection />}
      {isGrouping && <GroupDialog pairs={guided} onClose={() => setGrouping(false)} />}
    </Page>
  );
}
