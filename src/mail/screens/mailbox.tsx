// The demo's mailbox: what would be sent, to whom, as it would read. Nothing here was sent, and no other school has it.
import { useRead } from "../../web/ask.ts";
import { sayInstant } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Empty, Notice, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getMailbox } from "../contract.ts";
import type { Shown } from "../flow.ts";

export function Mailbox() {
  const { data, error } = useRead(getMailbox, {}, { everySeconds: 10 });
  return (
    <Page title="Demo mailbox" lede="The newest mails of this invented school, to everybody in it.">
      {!data && <Waiting error={error} rows={4} />}
      {data && (
        <Notice title="This is the demo: nothing here was sent">
          A real school has no such page. Mail goes to its readers alone, and its text is kept nowhere.
        </Notice>
      )}
      {data?.items.length === 0 && <Empty title="No mail yet">Do something that somebody else has to know of.</Empty>}
      {data?.items.map((mail) => (
        <Letter key={mail.messageId} mail={mail} />
      ))}
    </Page>
  );
}

function Letter({ mail: { to, subject, text, calendar, sentAt, dueAt } }: { mail: Shown }) {
  const { timeZone } = useMe().school;
  return (
    <Card className="section">
      <h2>{subject}</h2>
      <p className="small muted breakable">To {to}</p>
      {sentAt === null ? (
        <StatusLine kind="wait">Waits, due {sayInstant(dueAt, timeZone)}</StatusLine>
      ) : (
        <StatusLine kind="done">Would have left {sayInstant(sentAt, timeZone)}</StatusLine>
      )}
      <details>
        <summary>Read it</summary>
        <pre className="breakable letter">{text}</pre>
      </details>
      {calendar !== null && (
        <details>
          <summary>Read its calendar entry</summary>
          <pre className="breakable letter">{calendar}</pre>
        </details>
      )}
    </Card>
  );
}
