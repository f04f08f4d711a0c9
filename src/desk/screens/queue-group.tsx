// One queue of the desk: its head, which folds it, the first of its lines, and the way to the rest.
import { numberOf } from "../../intake/screens/words.ts";
import { Program } from "../../programs/program.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayNearDay } from "../../web/ui/dates.ts";
import { Icon } from "../../web/ui/icon.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { officeSees } from "../audience.ts";
import type { Line } from "../queue.ts";
import { SnoozeMenu } from "./snooze.tsx";
import { WriteTo } from "./write-to.tsx";

/** How many lines come when somebody asks for more. */
export const linesAtOnce = 100;

type GroupProps = {
  title: string;
  /** What stands in it, in a sentence. */
  text: string;
  /** How many there are in all; `lines` are the first of them. */
  count: number;
  lines: Line[];
  isFolded: boolean;
  selected: ReadonlySet<string>;
  onToggle: (keys: string[], isOn: boolean) => void;
  onMore: () => void;
  /** Absent where it is the one that somebody chose to see. */
  onFold: (() => void) | undefined;
};

export function QueueGroup({ lines, selected, onToggle, onMore, ...head }: GroupProps) {
  const { title, count, isFolded } = head;
  if (count === 0) return null;
  const rest = isFolded ? 0 : count - lines.length;
  return (
    <tbody role="rowgroup">
      <Head {...head} />
      {lines.map((line) => (
        <Row
          key={line.key}
          line={line}
          isSelected={selected.has(line.key)}
          onToggle={(isOn) => onToggle([line.key], isOn)}
        />
      ))}
      {rest > 0 && (
        <tr role="row">
          <td role="cell" colSpan={7} className="more-rows">
            <button type="button" className="link-button" onClick={onMore}>
              {rest > linesAtOnce ? `Show ${linesAtOnce} of ${numberOf(rest)} more` : `Show ${rest} more`}
              <span className="vh">: {title}</span>
            </button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

type HeadProps = Pick<GroupProps, "title" | "text" | "count" | "isFolded" | "onFold">;

function Head({ title, text, count, isFolded, onFold }: HeadProps) {
  const name = (
    <span>
      <span className="group-title">{title}</span> <span className="muted num">{numberOf(count)}</span>
    </span>
  );
  return (
    <tr role="row" className={`group${isFolded ? " folded" : ""}`}>
      <th role="rowheader" colSpan={7} scope="rowgroup">
        {onFold === undefined ? (
          name
        ) : (
          <button type="button" className="group-fold" aria-expanded={!isFolded} onClick={onFold}>
            <Icon name={isFolded ? "right" : "down"} />
            {name}
          </button>
        )}
        <span className="group-text">{text}</span>
      </th>
    </tr>
  );
}

function Row({ line, isSelected, onToggle }: { line: Line; isSelected: boolean; onToggle: (isOn: boolean) => void }) {
  const { who, withWhom, program, found, by, next } = line;
  const { school } = useMe();
  return (
    <tr role="row">
      <td role="cell" className="pick">
        <label>
          <input type="checkbox" checked={isSelected} onChange={(event) => onToggle(event.target.checked)} />
          <span className="vh">
            Select {who}
            {withWhom === null ? "" : ` with ${withWhom}`}
          </span>
        </label>
      </td>
      <th role="rowheader" scope="row">
        <Link href={line.personId === null ? hrefOf(line) : `/people/${line.personId}`}>{who}</Link>
        {withWhom !== null && <span className="with">with {withWhom}</span>}
        {program !== null && <Plate lane={program} />}
      </th>
      <td role="cell" data-label="Found">
        <div>{found}</div>
      </td>
      <td role="cell" data-label="By">
        <StatusLine kind={line.queue === "wall" ? "caution" : "wait"}>
          {by === null ? "Any time" : sayNearDay(by, school.today)}
        </StatusLine>
      </td>
      <td role="cell" data-label="Next step">
        <div>{next}</div>
      </td>
      <td role="cell" data-label="Seen by">
        <SeenChip of="this line" audience={officeSees()} />
      </td>
      <td role="cell" className="act">
        <WriteTo lines={[line]} about={`those who have to act on ${who}`}>
          Write
        </WriteTo>
        <ButtonLink small href={hrefOf(line)}>
          {wordOf[line.action]}
          <span className="vh">: {who}</span>
        </ButtonLink>
        <SnoozeMenu lines={[line.key]} about={`${who}${withWhom === null ? "" : ` with ${withWhom}`}: ${found}`} />
      </td>
    </tr>
  );
}

function hrefOf({ action, target }: Line): string {
  if (action === "open incident") return `/wall?incident=${target}`;
  if (action === "open answers") return `/matching/${target}?answers=waiting#pairs`;
  if (action === "start run") return `/matching?program=${Program.parse(target)}`;
  if (action === "open relationship") return `/agreements?relationship=${target}`;
  if (action === "open plans") return `/plans?classYear=${target}&group=late`;
  if (action === "open person") return `/people/${target}`;
  return `/matching/${target}`;
}

const wordOf: Record<Line["action"], string> = {
  "open incident": "Ways out",
  "open run": "Open run",
  "open draft": "Open run",
  "approve run": "Look and approve",
  "open answers": "See who",
  "match rest": "Open run",
  "start run": "Match",
  "open relationship": "See",
  "open person": "Plan",
  "open plans": "See who",
};
