// The board's work: writing versions, submitting and judging them, and looking sources up.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { dayNamed, Id } from "../core/shapes.ts";
import { Named } from "./asked-contract.ts";
import { ArticleFields, PassageComment, Waiting, Written } from "./article.ts";
import { ClaimFields, ClaimLine } from "./claim.ts";
import { Reader } from "./reader.ts";
import { Key, Source, SourceFields } from "./source.ts";
import { Kind } from "./standing.ts";

const Because = z.string().trim().min(1, "Say what changes, so that others can follow it.").max(500);
/** The version that was changed; 0 begins anew. Another one by now is refused. */
const version = z.number().int().min(0);
const versionParams = z.object({ kind: Kind, key: Key, version: z.coerce.number().int().min(1) });
const done = z.object({ done: z.literal(true) });

export const listWaiting = endpoint({
  method: "GET",
  path: "/library/desk",
  summary: "What waits for the board: drafts, what is submitted, and what fell back; the longest waiting first",
  may: "review library",
  reply: z.object({ items: z.array(Waiting) }),
});

export const listSources = endpoint({
  method: "GET",
  path: "/library/sources",
  summary: "The sources of the library, by key",
  may: "take part",
  reply: z.object({ items: z.array(Source) }),
});

export const addSource = endpoint({
  method: "POST",
  path: "/library/sources",
  summary: "Add a source that claims can rest on",
  may: "review library",
  body: SourceFields,
  reply: Source,
});

export const reviseSource = endpoint({
  method: "POST",
  path: "/library/sources/:key/versions",
  summary: "Revise a source; what was approved on it before is asked anew",
  may: "review library",
  params: z.object({ key: Key }),
  body: SourceFields.omit({ key: true }).extend({ version }),
  reply: Source,
});

export const checkSource = endpoint({
  method: "POST",
  path: "/library/sources/:key/checks",
  summary: "Say whether a source is retracted; if so, every claim that rests on it falls back to Under Review at once",
  may: "review library",
  params: z.object({ key: Key }),
  body: z.object({
    /** The number of the last look; the database refuses a second one of the same number. */
    turn: z.number().int().min(0),
    checkedOn: dayNamed("the day on which you looked"),
    isRetracted: z.boolean(),
    note: z.string().trim().max(500, "Keep it to 500 characters.").default(""),
  }),
  reply: Source,
});

export const writeClaim = endpoint({
  method: "POST",
  path: "/library/claims/:key/versions",
  summary: "Write the next version of a claim, as a draft",
  may: "review library",
  params: z.object({ key: Key }),
  body: ClaimFields.extend({ version, because: Because }),
  reply: z.object({ version: z.number().int() }),
});

export const listClaims = endpoint({
  method: "GET",
  path: "/library/claims",
  summary: "Every claim that a text can cite, in its newest version, drafts as well; by key",
  may: "review library",
  reply: z.object({ items: z.array(ClaimLine) }),
});

export const getWordings = endpoint({
  method: "GET",
  path: "/library/articles/:key/wordings",
  summary: "The newest version of an article, drafts as well, as whoever writes the next one begins with it",
  may: "review library",
  params: z.object({ key: Key }),
  reply: Written,
});

const articleBody = ArticleFields.extend({
  version,
  because: Because,
  /** Questions of the reviewers' list that it was written for. */
  answers: Named.default([]),
});

const ArticleReport = z.object({
  version: z.number().int(),
  wordings: z.array(
    z.object({
      reader: Reader,
      /** Claims that another wording cites and this one does not: while there are any, it cannot be submitted. */
      lacks: z.array(Key),
      words: z.number().int(),
      wordsPerSentence: z.number(),
      /** About the school grade that reads it easily; null of a very short text. */
      grade: z.number().nullable(),
    }),
  ),
});
export type ArticleReport = z.infer<typeof ArticleReport>;

export const previewArticle = endpoint({
  method: "POST",
  path: "/library/articles/:key/preview",
  summary: "What the next version of an article would lack, and how hard each wording is to read; nothing is kept",
  may: "review library",
  params: z.object({ key: Key }),
  body: articleBody,
  reply: ArticleReport,
});

export const writeArticle = endpoint({
  method: "POST",
  path: "/library/articles/:key/versions",
  summary: "Write the next version of an article, as a draft: all of its wordings",
  may: "review library",
  params: z.object({ key: Key }),
  body: articleBody,
  reply: ArticleReport,
});

export const submitVersion = endpoint({
  method: "POST",
  path: "/library/versions/:kind/:key/:version/submission",
  summary: "Submit a draft: from now on everybody reads it, with its caution, and the board judges it",
  may: "review library",
  params: versionParams,
  reply: done,
});

export const reviewVersion = endpoint({
  method: "POST",
  path: "/library/versions/:kind/:key/:version/reviews",
  summary: "Approve a version that others wrote, or return it with a reason; two approvals make it approved",
  may: "review library",
  params: versionParams,
  body: z.object({
    verdict: z.enum(["approve", "return"]),
    reason: z.string().trim().max(2000, "Keep it to 2,000 characters.").default(""),
  }),
  reply: done,
});

const commentParams = z.object({ key: Key, version: z.coerce.number().int().min(1) });

export const listComments = endpoint({
  method: "GET",
  path: "/library/articles/:key/versions/:version/comments",
  summary: "What the board noted on passages of a version",
  may: "review library",
  params: commentParams,
  reply: z.object({ items: z.array(PassageComment) }),
});

export const addComment = endpoint({
  method: "POST",
  path: "/library/articles/:key/versions/:version/comments",
  summary: "Note something on a passage, for the board",
  may: "review library",
  params: commentParams,
  body: z.object({
    reader: Reader,
    place: z.number().int().min(1),
    words: z.string().trim().min(1, "Write the comment.").max(2000, "Keep it to 2,000 characters."),
  }),
  reply: z.object({ commentId: Id }),
});
