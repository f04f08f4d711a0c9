// An article and a claim as files: tagged PDFs.
import { z } from "zod";
import { Download } from "../core/download.ts";
import { endpoint } from "../core/endpoint.ts";
import { Reader } from "./reader.ts";
import { Key } from "./source.ts";

const params = z.object({ key: Key });
const version = z.coerce.number().int().min(1, "A version is a number from 1 on.").optional();

export const printArticle = endpoint({
  method: "GET",
  path: "/library/articles/:key/pdf",
  summary: "An article in the words of a reader as a tagged PDF; an older version on request",
  may: "take part",
  isDownload: true,
  params,
  query: z.object({ reader: Reader.optional(), version }),
  reply: Download,
});

export const printClaim = endpoint({
  method: "GET",
  path: "/library/claims/:key/pdf",
  summary: "A claim with its sources as a tagged PDF; an older version on request",
  may: "take part",
  isDownload: true,
  params,
  query: z.object({ version }),
  reply: Download,
});
