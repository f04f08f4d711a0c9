// The reviewers' desk: what waits for the board, and what each may still say.
import { plural } from "../../core/plural.ts";
import { useRead } from "../../web/ask.ts";
import { sayInstant } from "../../web/ui/dates.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import type { Waiting as WaitingVersion } from "../article.ts";
import { draftsAudience } from "../audience.ts";
import { listWaiting } from "../review-contract.ts";
import { reviewersWanted } from "../standing.ts";
import { AddShipped } from "./add-shipped.tsx";
import { StateLine } from "./claim-meta.tsx";
import { QuestionsAsked } from "./questions.tsx";

export function ReviewDesk() {
  const { data, error } = useRead(listWaiting);
  if (!data) return <Waiting error={error} rows={8} />;
  const drafts = data.items.filter(({ state }) => state === "draft");
  const open = data.items.filter(({ state }) => state !== "draft");
  const forYou = open.filter((item) => !item.isOwn && !item.isAnswered && item.lapsed !== "source");
  const others = open.filter((item) => !forYou.includes(item));
  return (
    <Page
      title="Review desk"
      lede={
        forYou.length === 0
          ? "Nothing waits for you."
          : `${plural(forYou.length, "version")} that you can approve or return. The claims come first: an article is approved with its claims.`
      }
    >
      <p className="row">
        <ButtonLink href="/library/write/article" icon="pen">
          Write an article
        </ButtonLink>
        <ButtonLink href="/library/write/claim" icon="pen">
          Write a claim
        </ButtonLink>
        <ButtonLink href="/library/sources">Sources</ButtonLink>
        <SeenChip of="drafts and returns" audience={draftsAudience} />
      </p>
      <AddShipped />
      {data.items.length === 0 && (
        <Empty title="Nothing waits here">
          What is submitted stands here, and what falls back when its day of review comes.
        </Empty>
      )}
      <Lines title="You can judge these" items={forYou} />
      <Lines title="These wait for others, or for something" items={others} />
      <Lines title="Drafts" items={drafts} />
      <QuestionsAsked />
    </Page>
  );
}

function Lines({ title, items }: { title: string; items: WaitingVersion[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title} note={String(items.length)}>
      <Card flush>
        <ul role="list" className="divided">
          {items.map((item) => (
            <Line key={`${item.kind} ${item.key} ${item.version}`} item={item} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Line({ item }: { item: WaitingVersion }) {
  const { timeZone } = useMe().school;
  const { kind, key, version, title, state, lapsed, approvals, isOwn, isAnswered, writtenAt } = item;
  const place = kind === "claim" ? `/library/claims/${key}` : `/library/${key}`;
  const own = isOwn ? " You wrote it, so others judge it." : isAnswered ? " You have approved it." : "";
  return (
    <li className="article-line">
      <div>
        <h3>
          <Link href={`${place}?version=${version}`}>{title}</Link>
        </h3>
        <p className="small muted">
          {kind === "claim" ? "Claim" : "Article"}, version {version}, {sayInstant(writtenAt, timeZone)}. {approvals} of{" "}
          {reviewersWanted} approvals.{own}
        </p>
      </div>
      <StateLine state={state} lapsed={lapsed} />
    </li>
  );
}
