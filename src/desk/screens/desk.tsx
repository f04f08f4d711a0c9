// The coordinator's desk: what is stuck, soonest first, each with its button; and what the rosters show ahead.
import { useRead } from "../../web/ask.ts";
import { sayInstant, sayShortDay } from "../../web/ui/dates.ts";
import { Icon } from "../../web/ui/icon.tsx";
import type { IconName } from "../../web/ui/icons.ts";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { useNavMeta } from "../../web/ui/nav.tsx";
import { Empty } from "../../web/ui/notice.tsx";
import { Page, Section } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getDesk } from "../coordinator-contract.ts";
import type { QueueName } from "../queue.ts";
import { Horizon } from "./horizon.tsx";
import { WorkQueue } from "./work-queue.tsx";

const words: Record<QueueName, { title: string; icon: IconName }> = {
  wall: { title: "Wall conflicts", icon: "wall" },
  proposals: { title: "Proposals", icon: "send" },
  unmatched: { title: "Unmatched", icon: "user" },
  unsigned: { title: "Unsigned", icon: "sign" },
  capacity: { title: "Capacity", icon: "timer" },
};

export function Desk() {
  const { school } = useMe();
  const { data: desk, error } = useRead(getDesk, {}, { everySeconds: 60 });
  const [search, setSearch] = useSearch();
  const open = desk?.queues.reduce((sum, queue) => sum + queue.open, 0) ?? 0;
  useNavMeta("/desk", desk === undefined ? undefined : String(open));
  if (!desk) return <Waiting error={error} rows={6} />;

  const dueSoon = desk.queues.reduce((sum, queue) => sum + queue.dueSoon, 0);
  const rosters =
    desk.rostersReadAt === null ? "No roster yet" : `Rosters read ${sayInstant(desk.rostersReadAt, school.timeZone)}`;
  const lede = `${open} open, ${dueSoon} due within two weeks. Nothing is sent, moved or matched until you say so.`;
  return (
    <Page title="Your desk" lede={lede} context={rosters} wide>
      <nav aria-label="Queues">
        <ul className="queues" role="list">
          <QueueTile
            title="All open"
            count={open}
            note={`${dueSoon} due soon`}
            isCurrent={search.queue === undefined}
          />
          {desk.queues.map(({ queue, open: count, first }) => (
            <QueueTile
              key={queue}
              queue={queue}
              title={words[queue].title}
              icon={words[queue].icon}
              count={count}
              note={first === null ? (count === 0 ? "none" : "any time") : `first ${sayShortDay(first)}`}
              isCurrent={search.queue === queue}
            />
          ))}
        </ul>
      </nav>
      <Section title="Conflicts the rosters show ahead" note="Today and the next 12 weeks.">
        {desk.ahead.length === 0 ? (
          <Empty title="Nobody is joined by a duty that the wall does not allow.">
            The next import is checked before it is saved.
          </Empty>
        ) : (
          <Horizon today={desk.today} ahead={desk.ahead} />
        )}
      </Section>
      <WorkQueue desk={desk} titles={words} filters={search} onFilters={setSearch} />
    </Page>
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
        href={queue === undefined ? "/desk" : `/desk?queue=${queue}`}
        {...(isCurrent ? { "aria-current": "true" as const } : {})}
      >
        <b className="num">{count}</b>
        <span>
          {icon && <Icon name={icon} />}
          {title}
        </span>
        <small>{note}</small>
      </Link>
    </li>
  );
}
