// What people asked of the board because nothing approved answers it: near words together, and what becomes of each.
import { useRead } from "../../web/ask.ts";
import { sayInstant, sayShortDay } from "../../web/ui/dates.ts";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { listQuestions } from "../asked-contract.ts";
import { type Gathered, type Outcome, times } from "../asked.ts";
import { askedAudience } from "../audience.ts";
import { StateLine } from "./claim-meta.tsx";
import { SayOutcome } from "./say-outcome.tsx";

export function QuestionsAsked() {
  const { data } = useRead(listQuestions);
  if (!data) return null;
  return (
    <>
      <Lines title="Asked of the reviewers" lines={data.open} isOpen />
      <Lines title="What became of other questions" lines={data.done} />
    </>
  );
}

function Lines({ title, lines, isOpen = false }: { title: string; lines: Gathered[]; isOpen?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <Section title={title} note={String(lines.length)}>
      {isOpen && (
        <p>
          <SeenChip of="these questions" audience={askedAudience} />
        </p>
      )}
      <Card flush>
        <ul role="list" className="divided">
          {lines.map((line) => (
            <li key={line.questions[0]?.questionId} className="asked-line">
              <h3 className="request-words">{line.words}</h3>
              <p className="small muted">{sayAsked(line)}</p>
              <OtherWords line={line} />
              {line.outcome && <Became outcome={line.outcome} />}
              {isOpen && <SayOutcome line={line} />}
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function sayAsked({ count, firstOn, lastOn }: Gathered): string {
  const days =
    firstOn === lastOn
      ? `on ${sayShortDay(lastOn, true)}`
      : `from ${sayShortDay(firstOn, true)} to ${sayShortDay(lastOn, true)}`;
  return `Asked ${times(count)}, ${days}.`;
}

function OtherWords({ line: { words, questions } }: { line: Gathered }) {
  const others = [...new Set(questions.map((one) => one.words))].filter((one) => one !== words);
  if (others.length === 0) return null;
  return (
    <details className="small">
      <summary>In other words</summary>
      <ul>
        {others.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  );
}

function Became({ outcome }: { outcome: Outcome }) {
  const { timeZone } = useMe().school;
  const { kind, articleKey, articleTitle, articleState, reason, by, at } = outcome;
  return (
    <>
      {articleKey !== null && (
        <p className="row">
          <span>
            {kind === "new article" ? "Leads to " : "Answered by "}
            <Link href={`/library/${articleKey}`}>{articleTitle ?? articleKey}</Link>
          </span>
          {articleState !== null && <StateLine state={articleState} lapsed={null} />}
        </p>
      )}
      {kind === "set aside" && <p>Set aside: {reason}</p>}
      <p className="small muted">
        {by}, {sayInstant(at, timeZone)}
        {kind !== "set aside" && reason !== "" && `. ${reason}`}
      </p>
    </>
  );
}
