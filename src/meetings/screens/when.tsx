// When a meeting is, in the reader's own zone; and in the zone where it was agreed, where that is another.
import type { Account } from "../../people/account.ts";
import { sayInstant, sayTime } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import type { Meeting } from "../meeting.ts";
import { isZone } from "../zone-names.ts";

type Span = Pick<Meeting, "startsAt" | "endsAt">;

/** The browser's own zone; the school's where the browser names none that is known here. */
export function ownZone(school: Pick<Account["school"], "timeZone">): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return isZone(timeZone) ? timeZone : school.timeZone;
}

/** "Tue, Dec 8, 3:00 PM to 3:45 PM". */
export function saySpanIn({ startsAt, endsAt }: Span, timeZone: string): string {
  return `${sayInstant(startsAt, timeZone)} to ${sayTime(endsAt, timeZone)}`;
}

/** "New York time". */
export function sayZone(timeZone: string): string {
  return timeZone === "UTC" ? "UTC" : `${(timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ")} time`;
}

/** Where both clocks show the same, the zone goes without saying. */
export function When({ meeting }: { meeting: Span & Pick<Meeting, "timeZone"> }) {
  const { school } = useMe();
  const own = ownZone(school);
  const [here, there] = [saySpanIn(meeting, own), saySpanIn(meeting, meeting.timeZone)];
  return (
    <>
      <time dateTime={meeting.startsAt}>{here}</time>
      {here !== there && (
        <>
          , {sayZone(own)}{" "}
          <span className="muted">
            ({there}, {sayZone(meeting.timeZone)})
          </span>
        </>
      )}
    </>
  );
}
