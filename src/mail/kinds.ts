// Everything that Chiron ever mails to anybody: one line a kind, so that the whole of it is read on one page. A mail says
// that there is something to read, and where. It never says with whom, about what, or what somebody decided: mail lies
// open in more places than this server does. Who is told, and when, stands beside the act, in the migrations.

export const ways = ["at once", "digest", "off"] as const;
/** How somebody is told: each in a mail of its own, in the one daily mail, or not at all. */
export type Way = (typeof ways)[number];

export interface Kind {
  /** What it is about, in the list of choices. */
  name: string;
  /** Who gets it. */
  for: "everybody" | "learners" | "educators" | "offices";
  /** How, unless somebody chose otherwise; "always" is a mail without which they could not get in, and no choice. */
  way: Exclude<Way, "off"> | "always";
  subject: string;
  /** One sentence; the address follows it. */
  line: string;
  /** The page to open; of what it is about where that is one record. */
  path(aboutId: string | null): string;
}

const one = (folder: string) => (aboutId: string | null) => (aboutId === null ? folder : `${folder}/${aboutId}`);

export const kinds: Readonly<Record<string, Kind>> = {
  invitation: {
    name: "An invitation to sign in",
    for: "everybody",
    way: "always",
    subject: "Your way into Chiron",
    line: "Your school invites you to Chiron. Open your account with this link; it works once:",
    path: () => "/sign-in",
  },
  proposal: {
    name: "A proposal to answer",
    for: "everybody",
    way: "at once",
    subject: "A proposal waits for your answer",
    line: "A proposal waits for your answer. Please read it and answer:",
    path: () => "/proposals",
  },
  "proposal-reminder": {
    name: "A reminder, two days before the last day to answer",
    for: "everybody",
    way: "at once",
    subject: "A proposal still waits for your answer",
    line: "A proposal still waits for your answer, for two more days:",
    path: () => "/proposals",
  },
  // In the daily mail: an import that brought relationships can be taken back before it leaves.
  signature: {
    name: "Ground rules to sign",
    for: "everybody",
    way: "digest",
    subject: "Ground rules wait for your signature",
    line: "Ground rules wait for your signature. Please read them:",
    path: one("/agreements"),
  },
  "in-force": {
    name: "A relationship is in force",
    for: "everybody",
    way: "digest",
    subject: "Ground rules are signed",
    line: "Ground rules of yours are signed by both, and hold from now on:",
    path: one("/agreements"),
  },
  ended: {
    name: "A relationship has ended",
    for: "everybody",
    way: "digest",
    subject: "Something of yours has changed",
    line: "A relationship of yours has come to its end. Neither of you has to explain it:",
    path: () => "/",
  },
  request: {
    name: "A request of a learner",
    for: "educators",
    way: "at once",
    subject: "You have something to read",
    line: "Somebody asks you something. Please read it:",
    path: one("/requests"),
  },
  "office-request": {
    name: "A request that waits for your office",
    for: "offices",
    way: "digest",
    subject: "Something waits for your office",
    line: "A request waits for your office:",
    path: one("/requests"),
  },
  "request-news": {
    name: "News of a request of yours",
    for: "learners",
    way: "at once",
    subject: "You have something to read",
    line: "There is news of something that you asked. Please read it:",
    path: one("/requests"),
  },
  // With the calendar entry beside it, which of a confidential relationship says Meeting and the time, and nothing else.
  meeting: {
    name: "A meeting that is proposed, confirmed, moved or cancelled; at once with its calendar entry",
    for: "everybody",
    way: "at once",
    subject: "A meeting",
    line: "A meeting of yours is proposed, confirmed, moved or cancelled. Please look at it:",
    path: () => "/meetings",
  },
  "meeting-reminder": {
    name: "A reminder, two days before a meeting",
    for: "everybody",
    way: "digest",
    subject: "A meeting in two days",
    line: "You have a meeting within two days. What each of you put on the agenda stands here:",
    path: () => "/meetings",
  },
  "meeting-log": {
    name: "A question, a day after a meeting, whether it took place",
    for: "everybody",
    way: "at once",
    subject: "Did your meeting take place?",
    line: "A meeting of yours is over. Say whether it took place, and what the next step is:",
    path: () => "/meetings",
  },
  "meeting-silent": {
    name: "A word when two of you have not met for too long",
    for: "everybody",
    way: "digest",
    subject: "Time to meet again",
    line: "You and somebody have not met for longer than your program asks for. Propose a time, or pause:",
    path: one("/meetings"),
  },
  "goal-comment": {
    name: "A question or comment on a goal of yours",
    for: "learners",
    way: "digest",
    subject: "You have something to read",
    line: "Somebody asked or said something to you. Please read it:",
    path: one("/goals"),
  },
  incident: {
    name: "Something new at the wall",
    for: "offices",
    way: "digest",
    subject: "Something waits for your office",
    line: "There is something new at the wall that waits for your office:",
    path: () => "/wall",
  },
  exception: {
    name: "An exception that concerns you",
    for: "everybody",
    way: "at once",
    subject: "You have something to read",
    line: "Your school has decided something about the wall that concerns you. Please read it:",
    path: () => "/wall",
  },
};

/** Whether somebody may choose not to get it. */
export function isChosen(kind: string): boolean {
  return kinds[kind]?.way !== "always";
}

/** The kind of that name; a name that is none is a bug. */
export function kindOf(name: string): Kind {
  const kind = kinds[name];
  if (kind === undefined) throw new Error(`there is no kind of mail "${name}"`);
  return kind;
}
