// The whole server as one list of routes, and what surrounds them: sessions, problems, headers, the web app.
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requestId } from "hono/request-id";
import type { Logger } from "pino";
import { Download } from "../core/download.ts";
import type { Pieces } from "../core/files.ts";
import type { LanguageModel } from "../core/language-model.ts";
import { Refusal } from "../core/refusal.ts";
import { type Tell, tellNobody, progressType } from "../core/progress.ts";
import type { Door, Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { feedBehind } from "../library/feed-routes.ts";
import { calendarBehind } from "../meetings/feed-routes.ts";
import { attemptMinutes, deviceOf } from "../people/sign-in.ts";
import type { Me } from "../people/me.ts";
import { findMe, theAccount } from "../people/store.ts";
import { asDownload, plain, secured, withTag } from "./answers.ts";
import { type Askers, OutOfDate, rememberingAskers } from "./asker.ts";
import { addressOf, isSecret, refuseForeignOrigin, secretOf, writeCookie } from "./caller.ts";
import { framedIn } from "./framed.ts";
import { type Repeated, repeatable, repeatedAs } from "./idempotency.ts";
import { comparing } from "./if-match.ts";
import { type Seal, sealOf, unsealed } from "./cursor-seal.ts";
import { openapiOf } from "./openapi.ts";
import { type Problem, problemOf } from "./problem.ts";
import { problemPages } from "./problem-pages.ts";
import { NoSession, read, readQuery, readWhole, type Route } from "./serve.ts";
import { problemLine, progressHeaders, replyLine, telling } from "./telling.ts";
import { webApp } from "./web-app.ts";

export interface Server {
  door: Door;
  log: Logger;
  routes: Route[];
  /** The folder of the built web app. */
  webFolder: string;
  /** Scheme and host people use, where a proxy hides it. */
  publicOrigin?: string;
  /** How many proxies stand in front, each of which adds to X-Forwarded-For whom it heard. */
  proxies?: number;
  /** Somebody delivers what is in the outbox. */
  sendsMail?: boolean;
  /** Phrases answers out of the library, where an administrator names one. */
  model?: LanguageModel;
}

/** The server at work: what it makes once and uses for every request. */
interface Serving extends Server {
  askers: Askers<Me>;
  seal: Seal;
}

const bodyMost = 96 * 1024 * 1024;

export function appOf(server: Server): Hono {
  const app = new Hono();
  const serving = { ...server, askers: rememberingAskers(findMe), seal: sealOf(server.door) };
  // Never the asker's own: it would carry what they like into the log.
  app.use(requestId({ limitLength: 0 }), logged(server.log), secured);
  app.onError((error, context) => answerProblem(context, error, server.log));
  app.get("/healthz", (context) => context.json({ ok: true }));
  app.get("/readyz", async (context) => {
    await server.door.asSteward((tx) => tx.run(sql`select 1`));
    return context.json({ ok: true });
  });
  let openapi: string | undefined;
  app.get("/openapi.json", (context) => withTag(context, 200, (openapi ??= JSON.stringify(openapiOf(server.routes)))));
  // A reader has no body; to look for one would make a whole request object of what is a few lines.
  app.on(
    ["POST", "PUT", "PATCH", "DELETE"],
    "/api/*",
    bodyLimit({
      maxSize: bodyMost,
      onError: () => {
        throw new Refusal("invalid", "request.size", "The request is larger than 96 MB. Send fewer files at a time.");
      },
    }),
  );
  for (const route of server.routes)
    app.on(route.endpoint.method, `/api${route.endpoint.path}`, (context) => answer(context, route, serving));
  app.all("/api/*", () => {
    throw new Refusal("absent", "route.absent", "There is no such address.");
  });
  // A mail program's own button for "no more of this" knows only the link (RFC 8058), and sends no JSON.
  app.post("/act/:token", ({ req, env }) =>
    app.request(`/api/acts/${encodeURIComponent(req.param("token"))}`, { method: "POST" }, env),
  );
  app.get("/problems/:rule?", problemPages(server.webFolder));
  app.get("/calendar/:file", async (context) => {
    const text = await calendarBehind(server.door, context.req.param("file"));
    return withTag(context, 200, text, "text/calendar; charset=utf-8");
  });
  app.get("/library-feed/:file", async (context) => {
    const text = await feedBehind(server.door, context.req.param("file"), originOf(context, server));
    return withTag(context, 200, text, "application/atom+xml; charset=utf-8");
  });
  app.get("/enter/:secret", (context) => enterDemo(context, server));
  app.get("*", webApp(server.webFolder));
  return app;
}

/** The demo's sign-in links: the link carries a session's secret. No other school has such links. */
async function enterDemo(context: Context, server: Server): Promise<Response> {
  const secret = context.req.param("secret") ?? "";
  const find = async (tx: Tx) => {
    const me = await findMe(tx);
    return me === null ? null : theAccount(tx, me);
  };
  const account = isSecret(secret) ? await server.door.asSession(secret, find) : null;
  if (account?.school.demo !== true)
    throw new Refusal("absent", "demo.absent", "This link is out of date. Start the demo again to get new ones.");
  writeCookie(context, originOf(context, server), secret);
  return context.redirect("/", 303);
}

/** Where people reach this server: scheme and host. */
function originOf(context: Context, { publicOrigin }: Server): string {
  return publicOrigin ?? new URL(context.req.url).origin;
}

async function answer(context: Context, route: Route, server: Serving): Promise<Response> {
  const { endpoint } = route;
  const secret = secretOf(context);
  refuseForeignOrigin(context, server.publicOrigin);
  if (secret === null && endpoint.may !== "anyone") throw new NoSession();
  const params = read(endpoint.params, context.req.param());
  const query = readQuery(endpoint.query, context.req.queries());
  const sent = await bodyOf(context, route, params);
  if (route.kind === "open") {
    const origin = originOf(context, server);
    const setSession = (next: string | null) => writeCookie(context, origin, next);
    const reply = await route.handle({
      params,
      query,
      body: sent.body,
      door: server.door,
      secret,
      address: addressOf(context, server.proxies ?? 0),
      device: deviceOf(context.req.header("user-agent") ?? ""),
      origin,
      model: server.model ?? null,
      setSession,
    } as never);
    const told = endpoint.reply.parse(reply);
    if (endpoint.isDownload) return asDownload(context, Download.parse(told));
    return endpoint.method === "GET" ? withTag(context, 200, JSON.stringify(told)) : context.json(told as never);
  }
  if (secret === null) throw new NoSession();
  const work = (tell: Tell) => asPerson({ context, route, server, secret, params, query, ...sent, tell });
  if (endpoint.tellsProgress !== true || !(context.req.header("accept") ?? "").includes(progressType)) {
    const { status, text: replyText } = await work(tellNobody);
    if (endpoint.isDownload) return asDownload(context, Download.parse(JSON.parse(replyText)));
    return withTag(context, status, replyText);
  }
  const told = await telling(context.req.raw.signal, work, (outcome) =>
    "answer" in outcome ? replyLine(outcome.answer.text) : problemLine({ ...tellProblem(outcome.error, server.log) }),
  );
  return "stream" in told ? told.stream : context.body(`${replyLine(told.answer.text)}\n`, 200, progressHeaders);
}

/**
 * What was sent, checked, and what it is known by when it is sent again. Past Hono's memory of it, and a function of its
 * own: the text of a file of some megabytes would be held until the answer is out.
 */
async function bodyOf(context: Context, route: Route, params: unknown): Promise<Sent> {
  const { endpoint } = route;
  const repeated = route.kind === "open" ? null : repeating(context, route, params);
  if (endpoint.takesFiles === true) {
    const { line, files } = await framedIn(context.req.raw, (text) => bodyIn(route, text), repeated?.hear);
    return { body: line, files, repeated };
  }
  const text = endpoint.method === "GET" ? "" : await context.req.raw.text();
  repeated?.hear(text);
  return { body: bodyIn(route, text), files: [], repeated };
}

/** A preview may be sent what the real one is sent. */
function bodyIn(route: Route, text: string): unknown {
  const isPreview = route.kind === "session" && route.rollback === true;
  return (isPreview ? read : readWhole)(route.endpoint.body, text === "" ? undefined : parsed(text));
}

interface Sent {
  body: unknown;
  files: Pieces[];
  repeated: Repeated | null;
}

interface Asked extends Sent {
  context: Context;
  route: Extract<Route, { kind: "session" }>;
  server: Serving;
  secret: string;
  params: unknown;
  query: unknown;
  tell: Tell;
}

/** What the request is known by when it is sent again; null where it may not be. */
function repeating(context: Context, route: Asked["route"], params: unknown): Repeated | null {
  const { endpoint } = route;
  const key = context.req.header("idempotency-key");
  if (endpoint.method !== "POST" || key === undefined || route.rollback === true || endpoint.isShownOnce) return null;
  return repeatedAs(key, `${endpoint.path}\n${JSON.stringify(params)}\n`);
}

/** The endpoint's work as whoever holds the session, in one transaction. */
async function asPerson(asked: Asked): Promise<{ status: number; text: string }> {
  const { context, route, server, secret, params, query, body, files, repeated, tell } = asked;
  const { endpoint } = route;
  const { sendsMail = false } = server;
  const origin = () => originOf(context, server);
  const refuseStale = comparing(context.req.header("if-match"), route, server.routes);
  const handleAs = (tx: Tx) => (me: Me) => {
    const handle = async () => {
      await refuseStale?.(tx, me, params);
      const list = unsealed(server.seal, endpoint, me, params, query);
      const given = { params, query: list.query, body, files, tx, me, tell, sendsMail, origin };
      const reply = await route.handle(given as never);
      return JSON.stringify(list.sealed(endpoint.reply.parse(reply)) ?? null);
    };
    return repeated === null ? handle().then((text) => ({ status: 200, text })) : repeatable(tx, me, repeated, handle);
  };
  const options = { rollback: route.rollback ?? false, reads: endpoint.method === "GET" };
  const work = (anew: boolean) =>
    server.door.asSession(secret, (tx) => server.askers.asAsker(tx, secret, endpoint, handleAs(tx), anew), options);
  return work(false).catch((error: unknown) => {
    // Others may change the memory meanwhile, as two requests do at midnight.
    if (error instanceof OutOfDate) return work(true);
    throw error;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("invalid", "request.json", "The body is not valid JSON.", [
      { field: "body", because: "Send one JSON object." },
    ]);
  }
}

/** What to tell the asker; what is our own mistake is told to the log. */
function tellProblem(error: unknown, log: Logger): Problem {
  const { problem, bug } = problemOf(error);
  // The stack names code, not people; the message may quote data, so it stays out of the log.
  if (bug)
    log.error(
      {
        id: problem.id,
        rule: problem.rule,
        stack: error instanceof Error ? error.stack?.split("\n").slice(1, 8) : undefined,
        code: (error as { code?: string }).code,
      },
      "bug",
    );
  if (bug && process.env.CHIRON_SHOW_BUGS === "1") process.stderr.write(`${String((error as Error).stack)}\n`);
  return problem;
}

function answerProblem(context: Context, error: unknown, log: Logger): Response {
  const problem = tellProblem(error, log);
  const headers: Record<string, string> = {
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
  };
  if (problem.status === 503) headers["retry-after"] = "10";
  if (problem.status === 429) headers["retry-after"] = String(attemptMinutes * 60);
  return plain(context, problem.status, JSON.stringify(problem), headers);
}

function logged(log: Logger) {
  return async (context: Context, next: () => Promise<void>) => {
    const begun = performance.now();
    await next();
    // The route's pattern, never the address: addresses carry ids, searches and secrets.
    log.info(
      {
        method: context.req.method,
        route: context.req.routePath,
        status: context.res.status,
        ms: Math.round(performance.now() - begun),
        request: context.get("requestId"),
      },
      "answered",
    );
  };
}
