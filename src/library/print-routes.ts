// Handlers of printing the library: what its reader may read, and nothing else.
import type { Download } from "../core/download.ts";
import { typefaceFiles } from "../core/typeface-files.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { theAccount } from "../people/store.ts";
import { printArticle, printClaim } from "./print-contract.ts";
import { articlePdf, claimPdf, type Printing } from "./printed.ts";
import { theArticle, theClaim } from "./routes.ts";
import { readerOf, sourcesOf } from "./store.ts";

export const printRoutes: Route[] = [
  serve(printArticle, async ({ tx, me, params: { key }, query: { reader, version }, origin }) => {
    const told = reader ?? (await readerOf(tx, me)) ?? "public";
    const article = await theArticle(tx, me, key, { reader: told, version });
    return asFile(`${key}-${article.version}`, await articlePdf(article, await printing(tx, me, origin())));
  }),

  serve(printClaim, async ({ tx, me, params: { key }, query: { version }, origin }) => {
    const { isCurrent: _, ...claim } = await theClaim(tx, me, key, version);
    const sources = await sourcesOf(tx, me, claim.sources);
    return asFile(`${key}-${claim.version}`, await claimPdf(claim, sources, await printing(tx, me, origin())));
  }),
];

async function printing(tx: Tx, me: Me, origin: string): Promise<Printing> {
  const { school } = await theAccount(tx, me);
  return { files: typefaceFiles(), origin, school: school.name, timeZone: school.timeZone, today: me.today };
}

function asFile(name: string, bytes: Buffer): Download {
  return { name: `${name}.pdf`, type: "application/pdf", base64: bytes.toString("base64") };
}
