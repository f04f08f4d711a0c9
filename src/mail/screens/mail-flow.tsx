// Whether mail flows, for who gives access; and what could not be delivered, to whom and why. Never what it is about.
import { useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayDay, sayInstant } from "../../web/ui/dates.ts";
import { Facts } from "../../web/ui/figures.tsx";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty, Notice } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { flowAudience } from "../audience.ts";
import { getMailFlow, retryMails } from "../contract.ts";
import type { DeadMail, Flow } from "../flow.ts";
import { faultWords } from "../saying.ts";

export function MailFlow() {
  const { data, error } = useRead(getMailFlow, {}, { everySeconds: 30 });
  return (
    <Page title="Mail" lede="Whether mail flows. What it says, and who gets how much of it, stays closed to you." wide>
      <div className="row">
        <SeenChip of="mail" audience={flowAudience} />
      </div>
      {data ? <Seen flow={data} /> : <Waiting error={error} rows={4} />}
    </Page>
  );
}

function Seen({ flow }: { flow: Flow }) {
  const { school } = useMe();
  const { sendsMail, lastSentOn, faults } = flow;
  return (
    <>
      {!sendsMail && (
        <Notice kind="caution" title="No mail server is set">
          Mail rests until there is one, and is let go after 14 days. Whoever runs this server sets SMTP_URL and
          MAIL_FROM.
        </Notice>
      )}
      {sendsMail &&
        faults.map((fault) => (
          <Notice key={fault} kind="caution" title={faultWords[fault].what}>
            Some mail waits for another try. {faultWords[fault].fix}
          </Notice>
        ))}
      <Section title="State">
        <Card className="section">
          <Facts
            facts={[
              ["Mail server", serverWords(sendsMail, school.demo)],
              ["Last mail left", lastSentOn === null ? "None yet" : sayDay(lastSentOn, school.today)],
            ]}
          />
        </Card>
      </Section>
      <Dead dead={flow.dead} />
    </>
  );
}

function serverWords(sendsMail: boolean, isDemo: boolean): string {
  if (isDemo) return "None; the demo keeps its mail in its mailbox";
  return sendsMail ? "Set" : "None";
}

function Dead({ dead }: { dead: DeadMail[] }) {
  const { timeZone } = useMe().school;
  const retrying = useWrite(retryMails, { invalidate: [getMailFlow] });
  const again = (mails: DeadMail[]) => retrying.mutate({ messageIds: mails.map(({ messageId }) => messageId) });
  const all = (
    <Button small icon="rotate" busy={retrying.isPending} onClick={() => again(dead)}>
      Try all again
    </Button>
  );
  return (
    <Section title="Could not be delivered" {...(dead.length > 1 ? { note: all } : {})}>
      <Problem error={retrying.error} />
      {dead.length === 0 ? (
        <Empty title="Nothing lies here">A mail that no try brought to its reader would stand here, with why.</Empty>
      ) : (
        <Card flush>
          <Table
            caption="Messages that could not be delivered"
            columns={columnsFor(timeZone, (mail) => again([mail]))}
            rows={dead}
            keyOf={({ messageId }) => messageId}
          />
        </Card>
      )}
    </Section>
  );
}

function columnsFor(timeZone: string, onAgain: (mail: DeadMail) => void): Column<DeadMail>[] {
  return [
    { name: "To", isName: true, cell: ({ personId, name }) => <Link href={`/access?person=${personId}`}>{name}</Link> },
    { name: "Address", cell: ({ email }) => <span className="breakable">{email}</span> },
    {
      name: "Why",
      cell: ({ fault }) => (
        <>
          {faultWords[fault].what}. <span className="muted">{faultWords[fault].fix}</span>
        </>
      ),
    },
    { name: "Last tried", cell: ({ triedAt }) => sayInstant(triedAt, timeZone) },
    {
      name: "Try again",
      hideName: true,
      end: true,
      cell: (mail) => (
        <Button small onClick={() => onAgain(mail)}>
          Try again<span className="vh">: {mail.name}</span>
        </Button>
      ),
    },
  ];
}
