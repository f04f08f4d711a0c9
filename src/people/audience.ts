// The audience of a record in the words that stand beside it, and that of what there is of a person.

/** Who can see a record and who cannot. The rules themselves are the database's; these are the words for them. */
export interface Audience {
  /** Closed: plain words, "You" first, people by name: "You and Dr. Rao". */
  words: string;
  can: readonly { who: string; what?: string }[];
  cannot: readonly { who: string; why?: string }[];
  /** The rule that says so: "Coaching charter v3." */
  rule: string;
  /** "Last opened by Dr. Rao, Nov 21." */
  lastReader?: string;
}

const never = [{ who: "Anybody outside your school" }];

export const directoryAudience: Audience = {
  words: "Whom you may see",
  can: [
    { who: "Everybody", what: "The educators" },
    { who: "Coordinator, director, dean and registrar", what: "Everyone" },
    { who: "Administrator", what: "Names, to give access; nothing of what they do" },
    { who: "Educators", what: "The learners whom they guide" },
  ],
  cannot: [{ who: "Other learners", why: "Learners do not find each other here" }, ...never],
  rule: "Each reader's list holds only whom they may see, and says no total.",
};

interface Shown {
  personId: string;
  givenName: string;
  learner: object | null;
  educator: object | null;
}

/** Of one person's page, for the reader `me`. */
export function personAudience({ personId, givenName, learner, educator }: Shown, me: string): Audience {
  const isOwn = personId === me;
  if (learner !== null)
    return {
      words: isOwn ? "You, your people and the offices" : `${givenName}, their people and the offices`,
      can: [
        { who: isOwn ? "You" : givenName },
        { who: isOwn ? "Your advisor, coach and mentor" : "Their advisor, coach and mentor" },
        { who: "Coordinator, director, dean and registrar" },
      ],
      cannot: [{ who: "Other learners and educators" }, { who: "Administrator", why: "Sees the name only" }, ...never],
      rule: isOwn
        ? "An office or an educator who opens it leaves a line that you can read."
        : "An office or an educator who opens it leaves a line that the learner can read.",
    };
  return {
    words:
      educator !== null
        ? "Everybody in your school"
        : isOwn
          ? "You, and who needs the name"
          : `${givenName}, and who needs the name`,
    can:
      educator === null
        ? [
            { who: isOwn ? "You" : givenName },
            { who: isOwn ? "Your own people" : "Their own people" },
            { who: "Offices that need names" },
          ]
        : [{ who: "Everybody in your school" }],
    cannot: never,
    rule:
      educator === null
        ? "An office that opens it leaves a line that the person can read."
        : "Department, skills and languages are open. Places, paid time and pause are the educator's and the planning offices'.",
  };
}

/** Of one's own account. */
export const accountAudience: Audience = {
  words: "Only you",
  can: [{ who: "You" }, { who: "Administrator", what: "Whether you have a password, and how many passkeys" }],
  cannot: [{ who: "Everybody", why: "Your password and your keys: this server keeps no way to read them" }, ...never],
  rule: "Secrets are kept as fingerprints that cannot be turned back.",
};

/** Of somebody's access, for the administrator. */
export const accessAudience: Audience = {
  words: "Administrators and the person",
  can: [
    { who: "Administrators" },
    { who: "The person", what: "Their own" },
    { who: "Everybody", what: "Who holds which office" },
  ],
  cannot: [{ who: "Administrators", why: "Passwords, when somebody was here, and anything they wrote" }, ...never],
  rule: "Who gives access is blind to what it opens.",
};
