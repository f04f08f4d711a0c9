// A learner's own requests: the way to ask and the open ones on their home; and all of them under the asking.
import { useReadPages } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { listRequests } from "../contract.ts";
import type { Request } from "../request.ts";
import { OwnRequest } from "./own-request.tsx";

export function AskSection() {
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
    </Section>
  );
}

/** Nothing where none is open. */
export function OpenRequests() {
  const { items, error, ...pages } = useReadPages(listRequests, { query: { limit: 20, open: "true" } });
  if (items === undefined) return <Waiting error={error} rows={1} />;
  if (items.length === 0) return null;
  return (
    <Section title="What you asked for" note="Still open, the newest first.">
      <Requests items={items} />
      <ShowMore {...pages} />
    </Section>
  );
}

export function AllOwnRequests() {
  const { items, ...pages } = useReadPages(listRequests, { query: { limit: 20 } });
  if (items === undefined || items.length === 0) return null;
  return (
    <Section title="What you asked for" note="The newest first.">
      <Requests items={items} />
      <ShowMore {...pages} />
    </Section>
  );
}

function Requests({ items }: { items: Request[] }) {
  if (items.length === 0) return null;
  return (
    <Card flush>
      <ul role="list" className="divided" aria-label="What you asked for">
        {items.map((request) => (
          <li key={request.requestId} className="request">
            <OwnRequest request={request} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
