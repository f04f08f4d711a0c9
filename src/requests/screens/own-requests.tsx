// On a learner's home: the way to ask, what they asked for, and the handovers that wait for their answer.
import { useReadPages } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { listRequests } from "../contract.ts";
import type { Request } from "../request.ts";
import { OwnRequest } from "./own-request.tsx";

export function AskSection() {
  const { items, error, ...pages } = useReadPages(listRequests, { query: { limit: 20 } });
  return (
    <Section title="What do you need?" note="You see whom it is for, and who would read it.">
      <div className="row">
        <ButtonLink kind="primary" href="/ask" icon="send">
          Ask
        </ButtonLink>
        <ButtonLink href="/where-to-turn" icon="help">
          Urgent or confidential
        </ButtonLink>
      </div>
      {items === undefined ? <Waiting error={error} rows={1} /> : <Own items={items} />}
      <ShowMore {...pages} />
    </Section>
  );
}

function Own({ items }: { items: Request[] }) {
  const open = items.filter(({ state }) => state === "open");
  if (open.length === 0) return null;
  return (
    <Card flush>
      <ul role="list" className="divided" aria-label="What you asked for">
        {open.map((request) => (
          <li key={request.requestId} className="request">
            <OwnRequest request={request} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
