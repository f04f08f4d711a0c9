// What a curious asker sends: every address that reads, with ids they may guess, filters, pages and searches; and writes to
// what is not theirs, whose refusals must not tell either.
import { routes } from "../../src/http/routes.ts";
import { exported } from "../../src/desk/exported.ts";
import { day } from "../help/matches.ts";
import type { PairWorld } from "./pair-world.ts";
import type { Asker } from "./specification.ts";

export interface Probe {
  method: string;
  path: string;
  body?: unknown;
}

const nobody = "00000000-0000-4000-8000-000000000000";

/** Filters and searches by address; every address is also asked without any. */
const queries: Record<string, (ids: PairWorld["ids"]) => string[]> = {
  "/people": () => [
    "named=amara",
    "named=amra",
    "named=example&limit=1",
    "as=learner",
    "status=leave",
    "as=office",
    "program=coaching",
  ],
  "/relationships": ({ learner }) => ["limit=1", "state=ended", "mine=true", `person=${learner}`],
  "/certifications": () => ["program=coaching", "program=mentoring&lacking=true"],
  "/wall/stands": ({ learner }) => ["limit=2", `person=${learner}`, "side=judge"],
  "/wall/pairs": ({ learner, educator, judge, stranger }) => [
    `learnerId=${learner}&educatorId=${educator}`,
    `learnerId=${learner}&educatorId=${judge}`,
    `learnerId=${stranger}&educatorId=${educator}`,
  ],
  "/wall/incidents": () => ["state=open", "state=ahead", "state=closed", "limit=1"],
  "/desk": () => ["most=1", "queue=wall", "name=amara"],
  "/desk/awaited": ({ run }) => [`runs=${run || nobody}`, `runs=${nobody}`],
  "/wall/duties": ({ judge }) => [`educator=${judge}`, "limit=1"],
  "/runs": () => ["program=coaching", "program=mentoring&limit=1"],
  "/runs/comparison": ({ run }) => [`runs=${run || nobody}`],
  "/seen": ({ educator }) => ["office=coordinator", "anotherLearner=true", `personId=${educator}`],
  "/plans": ({ set }) => ["classYear=2028", "group=late", "named=amara", "limit=1", `setId=${set}&key=own`],
  "/goals": ({ learner, stranger }) => [`learnerId=${learner}`, `learnerId=${stranger}`],
  "/learning-plans": ({ learner }) => [`learnerId=${learner}`],
  "/library/articles/:key": () => ["reader=leader", "version=2"],
  "/library/claims/:key": () => ["version=2"],
  "/library/search": () => ["q=programs", "q=seven+progams", "q=others+another"],
  "/me/readings": () => ["limit=1"],
  "/relationships/:id/slots": () => ["days=40"],
};

/** Which ids a parameter may be guessed to be, by the first word of the address. */
function guesses(path: string, ids: PairWorld["ids"]): string[] {
  const [, first] = path.split("/");
  if (first === "people") return [ids.learner, ids.educator, ids.stranger, nobody];
  if (first === "relationships") return [ids.relationship || nobody, nobody];
  if (first === "requests") return [ids.asked, ids.waiting, nobody];
  if (first === "goals") return [ids.goal, nobody];
  if (first === "requirements") return [ids.set, nobody];
  if (first === "meetings") return [ids.meeting || nobody, ids.met || nobody, nobody];
  if (first === "runs") return [ids.run || nobody, nobody];
  return [nobody];
}

const libraryKeys = ["shown", "hidden", "a-claim", "draft", "returned", "another"];

export function probesOf({ ids }: PairWorld, asker: Asker): Probe[] {
  return [...reads(ids), ...(mayWrite.has(asker) ? [] : writes(ids))];
}

function reads(ids: PairWorld["ids"]): Probe[] {
  return routes
    .filter(({ endpoint }) => endpoint.method === "GET")
    .flatMap(({ endpoint: { path } }) => filled(path, ids).flatMap((address) => withQueries(path, address, ids)))
    .map((path) => ({ method: "GET", path }));
}

function filled(path: string, ids: PairWorld["ids"]): string[] {
  if (path === "/export/:record") return exported.map((record) => `/export/${record}`);
  if (path.includes(":program")) return [path.replace(":program", "coaching")];
  if (path.includes(":token")) return [path.replace(":token", "a-token-that-opens-nothing")];
  if (path.startsWith("/library/")) return libraryKeys.map((key) => path.replace(":key", key).replace(":version", "1"));
  if (path.includes(":secret")) return [path.replace(":secret", "a-secret-that-opens-nothing")];
  if (path.startsWith("/learning-plans/:id/:version"))
    return [ids.learner, nobody].map((id) => path.replace(":id", id).replace(":version", "1"));
  if (path.includes(":evidenceId")) return [path.replace(":id", ids.goal).replace(":evidenceId", ids.evidence)];
  if (!path.includes(":")) return [path];
  return guesses(path, ids).map((id) => path.replaceAll(/:\w+/g, id));
}

function withQueries(path: string, address: string, ids: PairWorld["ids"]): string[] {
  return [address, ...(queries[path]?.(ids) ?? []).map((query) => `${address}?${query}`)];
}

/** Those to whom some of these are allowed; their refusals are tried in the tests of each slice. */
const mayWrite = new Set<Asker>([
  "learner",
  "educator",
  "second educator",
  "coordinator",
  "director",
  "dean",
  "registrar",
  "administrator",
]);

function writes(ids: PairWorld["ids"]): Probe[] {
  const relationship = ids.relationship || nobody;
  return [
    { method: "POST", path: `/relationships/${relationship}/ending`, body: {} },
    { method: "POST", path: `/relationships/${relationship}/pauses`, body: { until: day(5) } },
    { method: "POST", path: `/relationships/${relationship}/renewal`, body: {} },
    { method: "POST", path: `/proposals/${ids.run || nobody}/${ids.learner}/answer`, body: { answer: "accept" } },
    { method: "POST", path: `/runs/${ids.run || nobody}/approval`, body: { answerBy: day(5) } },
    { method: "POST", path: `/requests/${ids.asked}/closing` },
    { method: "POST", path: `/requests/${ids.asked}/reply`, body: { words: "Other" } },
    { method: "POST", path: `/requests/${ids.asked}/handover`, body: { program: "mentoring", reason: "Other" } },
    { method: "POST", path: `/requests/${ids.waiting}/handover/answer`, body: { agreed: true, readerId: null } },
    {
      method: "POST",
      path: `/people/${ids.learner}/plan/states`,
      body: { setId: ids.set, key: "own", turn: 1, state: "done" },
    },
    { method: "POST", path: `/people/${ids.learner}/plan/notes`, body: { words: "Mine" } },
    { method: "POST", path: "/plan/shares", body: { educatorId: ids.educator, turn: 0, shown: true } },
    { method: "POST", path: `/goals/${ids.goal}/checkins`, body: { words: "Mine" } },
    { method: "POST", path: `/goals/${ids.goal}/comments`, body: { kind: "comment", words: "Mine" } },
    { method: "POST", path: "/shared-plan", body: { secret: "a-secret-that-opens-nothing" } },
    { method: "POST", path: `/meetings/${ids.meeting || nobody}/confirmation`, body: { acts: 1 } },
    { method: "POST", path: `/meetings/${ids.meeting || nobody}/cancellation`, body: { acts: 1 } },
    { method: "POST", path: `/meetings/${ids.met || nobody}/agenda`, body: { lines: ["One thing more"] } },
    { method: "PUT", path: `/meetings/${ids.met || nobody}/mark`, body: { became: ["mentoring"] } },
    { method: "POST", path: "/library/versions/claim/draft/1/submission" },
    { method: "POST", path: "/library/versions/claim/a-claim/1/reviews", body: { verdict: "return", reason: "Other" } },
    { method: "POST", path: "/library/answer", body: { question: "Do seven programs do it?" } },
    { method: "POST", path: "/library/phrasing", body: { question: "Do seven programs do it?" } },
    { method: "PATCH", path: `/people/${ids.learner}`, body: { givenName: "Other" } },
    { method: "PUT", path: `/people/${ids.educator}/places`, body: { places: {} } },
  ];
}
