// Who can see a need and a request, in the words that stand beside them.
import type { Audience } from "../people/audience.ts";
import type { Request } from "./request.ts";

const judges = { who: "Whoever assesses you", why: "The wall" };
const administrators = { who: "System administrators", why: "They run the servers, not your records" };

/** Of what is typed and not sent. */
export const needAudience: Audience = {
  words: "Only you",
  can: [{ who: "You" }],
  cannot: [{ who: "Your advisor, coach and mentor" }, { who: "Every office" }, judges, administrators],
  rule: "It is read on your own screen and leaves it when you press Send, not before. No trace of it is kept.",
};

export const office = "The program's coordinators";

/** Of a request of one's own, or one about to be sent. */
export function requestAudience({
  reader,
  isRead,
  state,
}: Pick<Request, "reader" | "isRead"> & Partial<Pick<Request, "state">>): Audience {
  const who = reader?.name ?? office;
  const isTakenBack = state === "taken back";
  const nobody = isTakenBack || (reader !== null && !isRead);
  return {
    words: nobody ? "Only you" : reader === null ? "You and the coordinators" : `You and ${reader.name}`,
    can: [{ who: "You" }, ...(nobody ? [] : [{ who, what: "Your words. You can read when they opened it" }])],
    cannot: [
      ...(nobody ? [{ who, why: isTakenBack ? "You took it back" : "You no longer work together" }] : []),
      {
        who: reader === null ? "Your advisor, coach and mentor" : "Every office",
        why: "Until you agree to hand it over",
      },
      judges,
      administrators,
    ],
    rule: "A request is with one reader at a time. Whoever had it before reads it no more.",
  };
}

/** Of a request that is with the reader. */
export function heldAudience(learner: string, isOffice: boolean): Audience {
  return {
    words: isOffice ? `${learner} and the coordinators` : `You and ${learner}`,
    can: [
      { who: isOffice ? "You and the other coordinators" : "You" },
      { who: learner, what: "And that you opened it" },
    ],
    cannot: [
      { who: isOffice ? "Directors, deans and other offices" : "Every office" },
      { who: "Their other educators", why: "Until the learner agrees to hand it over" },
      { who: "Whoever assesses them", why: "The wall" },
    ],
    rule: "A request is with one reader at a time. Once it is handed over, or you no longer work together, you read it no more.",
  };
}

/** Of why it should go to somebody else. */
export function reasonAudience(learner: string): Audience {
  return {
    words: `You and ${learner}`,
    can: [{ who: "You" }, { who: learner }],
    cannot: [
      { who: "Whoever gets the request", why: "They read the learner's words, not yours" },
      { who: "Every office" },
    ],
    rule: "Nothing moves before the learner agrees.",
  };
}

/** Of what an educator writes back; the other of the two by name. */
export function replyAudience(other: string): Audience {
  return {
    words: `You and ${other}`,
    can: [{ who: "You" }, { who: other }],
    cannot: [
      { who: "Whoever gets the request later", why: "They read the learner's words, not this" },
      { who: "Every office" },
      { who: "Whoever assesses the learner", why: "The wall" },
    ],
    rule: "What is written back to a request is read by the two, also after it is done or handed over.",
  };
}

export const resourcesAudience: Audience = {
  words: "Everyone in the school",
  can: [{ who: "Everyone who signs in here" }],
  cannot: [{ who: "Nobody outside the school" }],
  rule: "That you look at it is kept nowhere.",
};
