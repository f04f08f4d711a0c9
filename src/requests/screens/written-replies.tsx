// What an educator wrote back to requests: all of it on a page of its own, and the way there from their home.
import { useRead, useReadPages } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { replyAudience } from "../audience.ts";
import { listWrittenReplies } from "../contract.ts";
import type { WrittenReply } from "../request.ts";

export function WrittenReplies() {
  const { items, error, ...pages } = useReadPages(listWrittenReplies, { query: { limit: 20 } });
  if (items === undefined) return <Waiting error={error} rows={4} />;
  return (
    <Page
      title="What you wrote back"
      lede="To learners who asked you, the newest first. It stays yours and theirs, also after the request went on to somebody else."
    >
      {items.length === 0 ? (
        <Empty title="You have written back to nobody yet">
          Open a request that is with you on your home, and write back from there.
        </Empty>
      ) : (
        <Card flush>
          <ul role="list" className="divided" aria-label="What you wrote back">
            {items.map((reply) => (
              <li key={`${reply.requestId} ${reply.at}`} className="request">
                <Written reply={reply} />
              </li>
            ))}
          </ul>
          <ShowMore {...pages} inCard />
        </Card>
      )}
    </Page>
  );
}

function Written({ reply: { requestId, learner, words, at, isHeld } }: { reply: WrittenReply }) {
  const { school } = useMe();
  const name = learner.name === "" ? "the learner" : learner.name;
  return (
    <>
      <h2>To {name}</h2>
      <p className="small muted">{sayInstant(at, school.timeZone)}</p>
      <p className="request-words">{words}</p>
      <p>
        <SeenChip of={`what you wrote to ${name}`} audience={replyAudience(name)} />
      </p>
      {isHeld && (
        <div className="row request-end">
          <ButtonLink small href={`/requests/${requestId}`}>
            Open the request<span className="vh"> of {name}</span>
          </ButtonLink>
        </div>
      )}
    </>
  );
}

/** On an educator's home; nothing for who has written back to nobody. */
export function WrittenRepliesLink() {
  const { data } = useRead(listWrittenReplies, { query: { limit: 1 } });
  if (!data || data.items.length === 0) return null;
  return (
    <p className="row small">
      <Link href="/requests/replies">What you wrote back to requests</Link>
    </p>
  );
}
