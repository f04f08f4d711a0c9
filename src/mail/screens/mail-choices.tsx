// What one is mailed about, how, and when.
import { faultOf, useRead, useWrite, useWriteEach } from "../../web/ask.ts";
import { Segmented } from "../../web/ui/choice.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Notice } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { choicesAudience } from "../audience.ts";
import type { Choice, Choices } from "../choice.ts";
import { getMailChoices, putMailChoice, putMailHours } from "../contract.ts";
import { ways } from "../kinds.ts";
import { wayWords } from "../saying.ts";

export function MailChoices() {
  const { data, error } = useRead(getMailChoices);
  const { email } = useMe();
  return (
    <Page
      title="Mail to you"
      lede={`Chiron mails ${email} that there is something to read, and where. Never what, and never about whom.`}
    >
      <div className="row">
        <SeenChip of="what you are mailed" audience={choicesAudience} />
      </div>
      {data ? <Chosen data={data} /> : <Waiting error={error} rows={5} />}
    </Page>
  );
}

function Chosen({ data }: { data: Choices }) {
  return (
    <>
      {!data.sendsMail && (
        <Notice title="Your school has not set up mail yet">
          What waits for you stands on your home page. What you choose here holds once there is mail.
        </Notice>
      )}
      <Kinds choices={data.choices} />
      <When hours={data.hours} />
    </>
  );
}

function Kinds({ choices }: { choices: Choice[] }) {
  const choosing = useWriteEach(putMailChoice, { invalidate: [getMailChoices] });
  return (
    <Section title="About what">
      <Problem error={choosing.error} />
      <Card>
        <ul role="list" className="divided choices">
          {choices.map(({ kind, name, how }) => (
            <li key={kind} className="row spread">
              <span>{name}</span>
              <Segmented
                legend={name}
                hideLegend
                options={ways.map((value) => ({ value, word: wayWords[value] }))}
                value={how}
                onValue={(next) => choosing.mutate({ params: { kind }, body: { how: next } })}
              />
            </li>
          ))}
        </ul>
      </Card>
      <p className="small muted">An invitation to sign in always comes: without it you could not get in.</p>
    </Section>
  );
}

function When({ hours }: { hours: Choices["hours"] }) {
  const { school } = useMe();
  const saving = useWrite(putMailHours, { invalidate: [getMailChoices] });
  const { error } = saving;
  return (
    <Section title="When">
      <Card className="section">
        <Form
          act="Save these hours"
          busy={saving.isPending}
          error={error}
          fields={{ quietFrom: "No mail from", quietUntil: "until", digestAt: "The daily mail comes at" }}
          beside={saving.isSuccess ? <span role="status">Saved.</span> : undefined}
          onSubmit={({ quietFrom = "", quietUntil = "", digestAt = "" }) =>
            saving.mutate({ quietFrom, quietUntil, digestAt })
          }
        >
          <HourField
            label="No mail from"
            name="quietFrom"
            value={hours.quietFrom}
            error={faultOf(error, "quietFrom")}
          />
          <HourField
            label="until"
            name="quietUntil"
            value={hours.quietUntil}
            hint="The same hour twice means no quiet hours."
            error={faultOf(error, "quietUntil")}
          />
          <HourField
            label="The daily mail comes at"
            name="digestAt"
            value={hours.digestAt}
            hint="It comes only on days on which there is something to say."
            error={faultOf(error, "digestAt")}
          />
        </Form>
        <p className="small muted">Hours are by the clock of your school ({school.timeZone.replaceAll("_", " ")}).</p>
      </Card>
    </Section>
  );
}

type HourProps = { label: string; name: string; value: string; hint?: string; error: string | undefined };

function HourField({ label, name, value, hint, error }: HourProps) {
  return (
    <TextField
      label={label}
      name={name}
      type="time"
      defaultValue={value}
      required
      error={error}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
