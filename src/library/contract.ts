// Reading the library: articles in the reader's words, the claims that they rest on, and the history of both.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Article, ArticleCard, Past } from "./article.ts";
import { Claim } from "./claim.ts";
import { ClaimInUse } from "./use.ts";
import { Reader } from "./reader.ts";
import { Key, Source } from "./source.ts";

const params = z.object({ key: Key });
const Version = z.coerce.number().int().min(1, "A version is a number from 1 on.");

export const listArticles = endpoint({
  method: "GET",
  path: "/library",
  summary: "The articles of the library as they stand today, by topic; drafts are the reviewers'",
  may: "take part",
  reply: z.object({ items: z.array(ArticleCard) }),
});

export const getArticle = endpoint({
  method: "GET",
  path: "/library/articles/:key",
  summary: "An article in the words of a reader, with its claims and sources; an older version on request",
  may: "take part",
  params,
  query: z.object({ reader: Reader.optional(), version: Version.optional() }),
  reply: Article,
});

export const listArticleVersions = endpoint({
  method: "GET",
  path: "/library/articles/:key/versions",
  summary: "The versions of an article, the newest first, with who wrote and who approved them",
  may: "take part",
  params,
  reply: z.object({ items: z.array(Past) }),
});

export const getClaim = endpoint({
  method: "GET",
  path: "/library/claims/:key",
  summary:
    "A claim as it stands today or in an older version, its sources, its history and the articles that rest on it",
  may: "take part",
  params,
  query: z.object({ version: Version.optional() }),
  reply: z.object({
    claim: Claim,
    isCurrent: z.boolean(),
    sources: z.array(Source),
    versions: z.array(Past),
    usedIn: z.array(z.object({ key: Key, title: z.string() })),
  }),
});

export const listClaimsInUse = endpoint({
  method: "GET",
  path: "/library/uses",
  summary:
    "The claims on which charters, ground rules, guides and answers rest, as they stand today, each with where it is used",
  may: "take part",
  reply: z.object({ items: z.array(ClaimInUse) }),
});

export const getReader = endpoint({
  method: "GET",
  path: "/library/reader",
  summary: "Which reader you said describes you best; null where you said nothing",
  may: "take part",
  reply: z.object({ reader: Reader.nullable() }),
});

export const chooseReader = endpoint({
  method: "PUT",
  path: "/library/reader",
  summary: "Say which reader describes you best; the words change, the facts do not",
  may: "take part",
  body: z.object({ reader: Reader }),
  reply: z.object({ reader: Reader.nullable() }),
});
