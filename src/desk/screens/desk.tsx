// The coordinator's desk: what is stuck, soonest first, each with its button; and what the rosters show ahead.
import { numberOf } from "../../intake/screens/words.ts";
import { useState } from "react";
import type { ReplyOf } from "../../core/endpoint.ts";
import { MeetingsTold } from "../../meetings/screens/told.tsx";
import { HeldRequests } from "../../requests/screens/held-requests.tsx";
import { useRead } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayInstant, sayNearDay } from "../../web/ui/dates.ts";
import { DensitySwitch } from "../../web/ui/density-switch.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import type { IconName } from "../../web/ui/icons.ts";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { useNavMeta } from "../../web/ui/nav.tsx";
import { Empty, Notice } from "../../web/ui/notice.tsx";
import { Page, Section } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getDesk } from "../coordinator-contract.ts";
import { type Filters, linesFirst, type QueueName } from "../queue.ts";
import { Horizon } from "./horizon.tsx";
import { linesAtOnce } from "./queue-group.tsx";
import { WorkQueue } from "./work-queue.tsx";

const words: Record<QueueName, { title: string; icon: IconName }> = {
  wall: { title: "Wall conflicts", icon: "wall" },
  proposals: { title: "Proposals", icon: "send" },
  unmatched: { title: "Unmatched", icon: "user" },
  unsigned: { title: "Unsigned", icon: "sign" },
  plans: { title: "Late plans", icon: "clipboard" },
  capacity: { title: "Capacity", icon: "timer" },
};

export function Desk() {
  const { school, may } = useMe();
  const [search, setSearch] = useSearch();
  const [asked, setAsked] = useState(linesFirst);
  // A queue that somebody chose stands open with more of its lines.
  const most = Math.max(asked, search.queue === undefined ? 0 : linesAtOnce);
  const query = { ...filtersIn(search), most };
  const { data: desk, error } = useRead(getDesk, { query }, { everySeconds: 60, keepPrevious: true });
  const open = desk?.queues.reduce((sum, queue) => sum + queue.open, 0) ?? 0;
  useNavMeta("/desk", desk === undefined ? undefined : numberOf(open));
  if (!desk) return <Waiting error={error} rows={6} />;

  const dueSoon = desk.queues.reduce((sum, queue) => sum + queue.dueSoon, 0);
  // Who may not import sees no imports, which says nothing of whether there are any.
  const noRoster = may.includes("import people") ? "No roster yet" : undefined;
  const rosters =
    desk.rostersReadAt === null ? noRoster : `Rosters read ${sayInstant(desk.rostersReadAt, school.timeZone)}`;
  const lede = `${numberOf(open)} open, ${numberOf(dueSoon)} due within two weeks. Nothing is sent, moved or matched until you say so.`;
  return (
    <Page title="Your desk" lede={lede} context={rosters} wide end={<DensitySwitch />}>
      {desk.rostersReadAt === null && open === 0 && may.includes("import people") && <FirstRoster />}
      <QueueTiles queues={desk.queues} open={open} dueSoon={dueSoon} chosen={search.queue} />
      <HeldRequests />
      <Section title="Conflicts the rosters show ahead" note={aheadNote(desk)}>
        {desk.ahead.length === 0 ? (
          <Empty title="Nobody is joined by a duty that the wall does not allow.">
            The next import is checked before it is saved.
          </Empty>
        ) : (
          <Horizon today={desk.today} ahead={desk.ahead} />
        )}
      </Section>
      <WorkQueue
        desk={desk}
        titles={words}
        filters={filtersIn(search)}
        onFilters={setSearch}
        onMost={(count) => setAsked(Math.max(most, count))}
      />
      <MeetingsTold />
    </Page>
  );
}

/** A new school's desk: everything on it follows from the rosters. */
function FirstRoster() {
  return (
    <Notice title="No roster has been read yet." icon="upload">
      <p>Bring your school&rsquo;s exports, or add people one by one. What they leave to do then stands here.</p>
      <div className="row">
        <ButtonLink kind="primary" small href="/import">
          Import the rosters
        </ButtonLink>
        <ButtonLink small href="/people">
          Add a person
        </ButtonLink>
      </div>
    </Notice>
  );
}

type TilesProps = {
  queues: ReplyOf<typeof getDesk>["queues"];
  open: number;
  dueSoon: number;
  chosen: string | undefined;
};

function QueueTiles({ queues, open, dueSoon, chosen }: TilesProps) {
  const { school } = useMe();
  return (
    <nav aria-label="Queues">
      <ul className="queues" role="list">
        <QueueTile
          title="All open"
          count={open}
          note={`${numberOf(dueSoon)} due soon`}
          isCurrent={chosen === undefined}
        />
        {queues.map(({ queue, open: count, first }) => (
          <QueueTile
            key={queue}
            queue={queue}
            title={words[queue].title}
            icon={words[queue].icon}
            count={count}
            note={first === null ? (count === 0 ? "none" : "any time") : `first ${sayNearDay(first, school.today)}`}
            isCurrent={chosen === queue}
          />
        ))}
      </ul>
    </nav>
  );
}

/** What else stands in the address is not the queue's. */
function filtersIn({ queue, name, lane, phase, campus, due }: Record<string, string>): Filters {
  return { queue, name, lane, phase, campus, due };
}

function aheadNote({ ahead, aheadCount }: ReplyOf<typeof getDesk>) {
  if (ahead.length === aheadCount) return "Today and the next 12 weeks.";
  return (
    <p>
      Today and the next 12 weeks, the soonest {ahead.length} of {aheadCount}. <Link href="/wall">See all</Link>
    </p>
  );
}

function QueueTile({
  queue,
  title,
  icon,
  count,
  note,
  isCurrent,
}: {
  queue?: QueueName;
  title: string;
  icon?: IconName;
  count: number;
  note: string;
  isCurrent: boolean;
}) {
  return (
    <li>
      <Link
        href={queue === undefined ? "/desk#queue" : `/desk?queue=${queue}#queue`}
        {...(isCurrent ? { "aria-current": "true" as const } : {})}
      >
        <b className="num">{numberOf(count)}</b>
        <span>
          {icon && <Icon name={icon} />}
          {title}
        </span>
        <small>{note}</small>
      </Link>
    </li>
  );
}
