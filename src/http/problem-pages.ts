// A page for each rule, where a problem's `type` leads, and one that lists them all. Plain HTML in the web app's own
// style: whoever follows a `type` may have neither a session nor a browser that runs scripts.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "hono";
import { problemTypes } from "./problem-types.ts";

export function problemPages(webFolder: string) {
  return async (context: Context): Promise<Response> => {
    const rule = context.req.param("rule");
    const page = rule === undefined ? listed() : Object.hasOwn(problemTypes, rule) ? explained(rule) : unknown;
    const html = documentOf(page, await stylesOf(webFolder));
    return context.html(html, page === unknown ? 404 : 200, { "cache-control": "no-cache" });
  };
}

interface Page {
  title: string;
  content: string;
}

const unknown: Page = { title: "No such rule", content: "<p>No refusal of this server bears this name.</p>" };

function explained(rule: string): Page {
  const refused = "<p>The server refuses with this rule, and changes nothing.</p>";
  return { title: rule, content: `<p>${escaped(problemTypes[rule] ?? "")}</p>${rule === "bug" ? "" : refused}` };
}

function listed(): Page {
  const inOrder = Object.entries(problemTypes).toSorted(([a], [b]) => a.localeCompare(b));
  const rows = inOrder.map(
    ([rule, text]) => `<dt><a href="/problems/${rule}">${rule}</a></dt><dd>${escaped(text)}</dd>`,
  );
  return {
    title: "Why the server refuses",
    content: `<p>Each refusal names one of these rules.</p><dl class="problems">${rows.join("")}</dl>`,
  };
}

function documentOf({ title, content }: Page, styles: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} - Chiron</title>
${styles}
</head>
<body class="bare">
<header><a class="brand" href="/">Chiron</a></header>
<main><div class="page-head"><h1>${title}</h1></div>${content}</main>
<footer class="foot"><p><a href="/problems">All rules</a> <a href="/reference">API</a></p></footer>
</body>
</html>
`;
}

/** The links to the built web app's styles, whose names change with their content. */
async function stylesOf(webFolder: string): Promise<string> {
  const html = await readFile(join(webFolder, "index.html"), "utf8").catch(() => "");
  return (html.match(/<link rel="(?:stylesheet|icon)"[^>]*>/g) ?? []).join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
