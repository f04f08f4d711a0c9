// Requests: sending one, reading what one has, closing it, and handing it over with the learner's consent.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Id, PageQuery, pageOf } from "../core/shapes.ts";
import { Goal, HeldRequest, Reader, ReplyWords, Request, Words, WrittenReply } from "./request.ts";

const params = z.object({ id: Id });

/** Whom the asker was shown as the reader; null for the program's office. Another one by now is refused. */
const readerId = Id.nullable();

const AnyGoal = Goal.extend({ counsels: z.boolean().default(false) });

export const listReaders = endpoint({
  method: "GET",
  path: "/requests/readers",
  summary: "Who would read a request of yours today, program by program; null stands for the program's office",
  may: "take part",
  reply: z.object({
    items: z.array(Reader),
    /** Where the asker is, in the school's own words: it tips what is nearly level. */
    phase: z.string().nullable(),
  }),
});

export const listRequests = endpoint({
  method: "GET",
  path: "/requests",
  summary: "Your own requests as a learner, newest first",
  may: "take part",
  query: PageQuery.extend({
    /** Only those that are neither done nor taken back. */
    open: z.enum(["true", "false"]).optional(),
  }),
  reply: pageOf(Request),
});

export const listHeldRequests = endpoint({
  method: "GET",
  path: "/requests/held",
  summary: "Open requests of learners that are with you, oldest first, without their words",
  may: "take part",
  query: PageQuery,
  reply: pageOf(HeldRequest),
});

export const listWrittenReplies = endpoint({
  method: "GET",
  path: "/requests/replies",
  summary: "What you wrote back to requests as an educator, newest first, also after a request is no longer with you",
  may: "take part",
  query: PageQuery,
  reply: pageOf(WrittenReply),
});

export const getRequest = endpoint({
  method: "GET",
  path: "/requests/:id",
  summary: "One request with its words; somebody else than the learner leaves a line that the learner can read",
  may: "take part",
  params,
  reply: Request,
});

export const sendRequest = endpoint({
  method: "POST",
  path: "/requests",
  summary: "Send what you need to your educator in a program, or to the program's office while you have none",
  may: "take part",
  body: AnyGoal.extend({ words: Words, readerId }),
  reply: Request,
});

export const closeRequest = endpoint({
  method: "POST",
  path: "/requests/:id/closing",
  summary: "Take your own request back, or say that one which is with you is done",
  may: "take part",
  params,
  reply: z.object({ done: z.literal(true) }),
});

export const writeReply = endpoint({
  method: "POST",
  path: "/requests/:id/reply",
  summary: "Write back once to the learner whose request is with you as their educator; the two of you read it",
  may: "take part",
  params,
  body: z.object({ words: ReplyWords }),
  reply: Request,
});

export const proposeHandover = endpoint({
  method: "POST",
  path: "/requests/:id/handover",
  summary: "Propose to the learner that another role has their request instead; nothing moves before they agree",
  may: "take part",
  params,
  body: AnyGoal.extend({
    reason: z
      .string()
      .trim()
      .min(1, "Say why somebody else fits better. The learner reads it.")
      .max(1000, "Keep it to 1,000 characters."),
  }),
  reply: Request,
});

export const answerHandover = endpoint({
  method: "POST",
  path: "/requests/:id/handover/answer",
  summary: "Agree that your request is handed over, or leave it where it is",
  may: "take part",
  params,
  body: z.object({ agreed: z.boolean(), readerId }),
  reply: Request,
});
