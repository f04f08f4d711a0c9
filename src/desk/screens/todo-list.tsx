// What waits for the reader, each with its day, its audience and its button.
import { plural } from "../../core/plural.ts";
import { roleOf } from "../../programs/program.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { Plate } from "../../web/ui/lane.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { useMe } from "../../web/ui/me.ts";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import type { Audience } from "../../people/audience.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Action, gathered, type SnoozedAction } from "../home.ts";
import { listed } from "../../core/listed.ts";
import { Snoozed, SnoozeMenu } from "./snooze.tsx";

/** How much waits, as a home says it in its first line. */
export function waitsFor(things: number): string {
  return things === 0 ? "Nothing waits for you." : `${plural(things, "thing waits", "things wait")} for you.`;
}

type ListProps = { actions: Action[]; snoozed: SnoozedAction[]; as: "learner" | "educator" };

export function TodoList({ actions, snoozed, as }: ListProps) {
  const count = actions.length;
  const note = count === 0 ? undefined : plural(count, "thing");
  return (
    <Section title="What to do next" note={note}>
      {count === 0 ? (
        <Empty title="Nothing needs you now.">
          When somebody is proposed to you, or ground rules wait for your signature, it stands here.
        </Empty>
      ) : (
        <Card flush>
          <ul role="list" className="divided">
            {gathered(actions).map((alike) => (
              <Todo key={alike.map(({ key }) => key).join()} alike={alike} as={as} />
            ))}
          </ul>
        </Card>
      )}
      <Snoozed
        entries={snoozed.map((action) => ({ key: action.key, words: wordsOf(action, as).title, until: action.until }))}
      />
    </Section>
  );
}

function Todo({ alike, as }: { alike: Action[]; as: "learner" | "educator" }) {
  const { school } = useMe();
  const [action] = alike;
  if (action === undefined) return null;
  const { title, text, button, href } = alike.length > 1 ? wordsOfMany(alike) : wordsOf(action, as);
  return (
    <li className="todo">
      <span className="todo-lane">
        <Plate lane={action.program} />
      </span>
      <div className="todo-text">
        <h3>{title}</h3>
        <p className="small muted">{text}</p>
      </div>
      {action.by !== null && (
        <span className="todo-due">
          <StatusLine icon="calendar">By {sayDay(action.by, school.today)}</StatusLine>
        </span>
      )}
      <span className="todo-chip">
        <SeenChip of="this" audience={audienceOf(alike.length > 1 ? { ...action, name: "Each of them" } : action)} />
      </span>
      <span className="todo-cta">
        <ButtonLink small href={href}>
          {button}
        </ButtonLink>
        <SnoozeMenu lines={alike.map(({ key }) => key)} about={title} />
      </span>
    </li>
  );
}

function wordsOf({ kind, program, name, relationshipId }: Action, as: "learner" | "educator") {
  const lane = laneOf(program).word;
  const role = roleOf[program];
  const rules = `/agreements/${relationshipId}`;
  if (kind === "answer")
    return {
      title: as === "learner" ? `Would you like ${name} as your ${role}?` : `Would you be the ${role} of ${name}?`,
      text: "Yes or no, with or without a reason. Nothing is in force before you both have signed.",
      button: "Answer",
      href: "/proposals",
    };
  if (kind === "sign")
    return {
      title: `Read and sign the ground rules with ${name}`,
      text: "You can change a line first. With both signatures it is in force.",
      button: "Read",
      href: rules,
    };
  if (kind === "renew")
    return {
      title: `Renew the ground rules with ${name}`,
      text: "Look at each line again, together.",
      button: "Renew",
      href: rules,
    };
  if (kind === "acknowledge")
    return {
      title: `Read the charter of ${lane.toLowerCase()}`,
      text: "What it is for, what it is not for, and what both sides may expect. Say that you have read it.",
      button: "Read",
      href: `/charters/${program}`,
    };
  return {
    title: "See who can read what",
    text: "Before you sign: choose a person or an office, and see exactly what they see of you.",
    button: "See",
    href: "/who-sees-what",
  };
}

function wordsOfMany(alike: Action[]) {
  const names = alike.map(({ name }) => name);
  return {
    title: `Answer ${names.length} proposals`,
    text: `${listed([...names.slice(0, 2), `${names.length - 2} more`])}. Each is yes or no, with or without a reason.`,
    button: "Answer",
    href: "/proposals",
  };
}

const never = [{ who: "Other learners and educators" }, { who: "Whoever assesses", why: "The wall" }];

function audienceOf({ kind, name }: Action): Audience {
  if (kind === "answer")
    return {
      words: "You; office sees your answer",
      can: [
        { who: "You" },
        { who: "Program office", what: "Your answer and its reason" },
        { who: name, what: "Only what comes of it" },
      ],
      cannot: never,
      rule: "An answer is read by who gave it and by the office that matches.",
    };
  if (kind === "sign" || kind === "renew")
    return {
      words: `You and ${name}`,
      can: [{ who: "You" }, { who: name }, { who: "Program office", what: "Whether it is signed, never a line" }],
      cannot: never,
      rule: "Ground rules are read by the two who wrote them.",
    };
  if (kind === "acknowledge")
    return {
      words: "You and the program office",
      can: [{ who: "You" }, { who: "Program office", what: "That you have read it" }],
      cannot: never,
      rule: "Who has acknowledged a charter is seen by themselves and by the program's offices.",
    };
  return {
    words: "Only you",
    can: [{ who: "You" }],
    cannot: [{ who: "Everyone else" }],
    rule: "What you look at here is kept nowhere.",
  };
}
