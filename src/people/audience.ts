// Who can see what of a person, in the words that stand beside it.
const never = [{ who: "Anybody outside your school" }];

export const directoryAudience = {
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

/** Of one person's page. */
export function personAudience({ learner, educator }: { learner: object | null; educator: object | null }) {
  if (learner !== null)
    return {
      words: "The learner, their people, the offices",
      can: [
        { who: "The learner" },
        { who: "Their advisor, coach and mentor" },
        { who: "Coordinator, director, dean and registrar" },
      ],
      cannot: [{ who: "Other learners and educators" }, { who: "Administrator", what: "Sees the name only" }, ...never],
      rule: "An office or an educator who opens it leaves a line that the learner can read.",
    };
  return {
    words: educator === null ? "They, and who needs the name" : "Everybody in your school",
    can:
      educator === null
        ? [{ who: "They themselves" }, { who: "Their own people" }, { who: "Offices that need names" }]
        : [{ who: "Everybody in your school" }],
    cannot: never,
    rule:
      educator === null
        ? "An office that opens it leaves a line that the person can read."
        : "Department, skills and languages are open. Places, paid time and pause are the educator's and the planning offices'.",
  };
}

/** Of one's own account. */
export const accountAudience = {
  words: "Only you",
  can: [{ who: "You" }, { who: "Administrator", what: "Whether you have a password, and how many passkeys" }],
  cannot: [{ who: "Everybody", what: "Your password and your keys: this server keeps no way to read them" }, ...never],
  rule: "Secrets are kept as fingerprints that cannot be turned back.",
};

/** Of somebody's access, for the administrator. */
export const accessAudience = {
  words: "Administrators and the person",
  can: [
    { who: "Administrators" },
    { who: "The person", what: "Their own" },
    { who: "Everybody", what: "Who holds which office" },
  ],
  cannot: [{ who: "Administrators", what: "Passwords, when somebody was here, and anything they wrote" }, ...never],
  rule: "Who gives access is blind to what it opens.",
};
