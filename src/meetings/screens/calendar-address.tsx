// The address that a calendar program subscribes to.
import { FeedAddress } from "../../web/ui/feed-address.tsx";
import { calendarAudience } from "../audience.ts";
import { dropCalendar, getCalendar, makeCalendar } from "../own-contract.ts";

export function CalendarAddress() {
  return (
    <FeedAddress
      title="In your calendar"
      name="your calendar"
      audience={calendarAudience}
      about="A calendar program can subscribe to your meetings and, as a learner, to the days by which something is due. Of confidential relationships it shows Meeting and the time, and nothing else."
      get={getCalendar}
      make={makeCalendar}
      drop={dropCalendar}
    />
  );
}
