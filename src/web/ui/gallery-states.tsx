// The gallery's states of a list or a page: empty, waiting, failed, done.
import { AskError } from "../ask.ts";
import { Button } from "./button.tsx";
import { Empty, Notice, StatusLine, Tag } from "./notice.tsx";
import { Section } from "./page.tsx";
import { Waiting } from "./waiting.tsx";

export function States() {
  return (
    <Section title="Empty, waiting, failed, done" note={<Tag>Draft</Tag>}>
      <div className="state-grid">
        <Empty title="Nothing needs you here." action={<Button small>Clear filters</Button>}>
          No wall conflict in the next 12 weeks.
        </Empty>
        <Waiting />
        <Waiting
          error={
            new AskError(500, { rule: "bug", because: "Something broke on our side. Nothing was changed.", id: "7d0c" })
          }
        />
        <Waiting error={new AskError(404, { rule: "absent", because: "No such agreement." })} />
        <Notice title="Submitted, not yet read.">Only the library team sees this page.</Notice>
        <Notice kind="caution" title="The pediatrics roster did not arrive.">
          Conflicts in pediatrics may be missing. <Button small>Try again</Button>
        </Notice>
        <Notice kind="stop" title="A source of this page was retracted.">
          The claim is withdrawn.
        </Notice>
        <div className="row">
          <StatusLine kind="done">Signed</StatusLine>
          <StatusLine kind="wait">Waits for Dr. Santos, 9 days</StatusLine>
          <StatusLine kind="caution">Ends Dec 4</StatusLine>
          <StatusLine kind="stop">This sounds urgent</StatusLine>
        </div>
      </div>
    </Section>
  );
}
