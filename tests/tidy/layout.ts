// Who may import whom. Slices stand in the order of the learner's journey: a later step knows the earlier ones,
// never the reverse; and within a slice each kind of file has its own reach.
import { type Source, target } from "./sources.ts";

export const slices = [
  "core",
  "db",
  "http",
  "people",
  "mail",
  "library",
  "programs",
  "training",
  "wall",
  "matching",
  "agreements",
  "requests",
  "meetings",
  "intake",
  "requirements",
  "goals",
  "desk",
  "web",
  "cli",
];

// Lists that put the whole program together.
const assemblies = [
  "src/http/app.ts",
  "src/http/routes.ts",
  "src/web/pages.ts",
  "src/web/library-pages.ts",
  "src/client.ts",
  "src/operations.ts",
];

// Reaches forward that are meant, each with its reason.
const meant: Record<string, string[]> = {
  // The table "office -> capabilities" is written into the database, so that policies can ask it.
  "src/db/migrate.ts": ["src/people/roles.ts"],
  // The server must know who asks before it can serve anybody.
  "src/http/serve.ts": ["src/people/me.ts"],
  "src/http/idempotency.ts": ["src/people/me.ts"],
  "src/http/if-match.ts": ["src/people/me.ts"],
};

// The commands that open the database themselves, where no server can be asked; and what runs the server's timed work.
const opensDatabase = /^src\/cli\/(serve|demo|backup|restore|doctor)[a-z-]*\.ts$/;

// What is printed is drawn by a package, with a typeface out of files: both are for the server alone.
const printing = ["src/core/sheet.ts", "src/core/typeface-files.ts"];

// Randomness and slow hashes have one home.
const impureNouns = ["src/people/secrets.ts", "src/client.ts"];

export type Kind =
  | "core"
  | "db"
  | "http"
  | "noun"
  | "contract"
  | "store"
  | "routes"
  | "jobs"
  | "screen"
  | "web"
  | "cli";

export function sliceOf(path: string): string {
  return path.split("/")[1] ?? "";
}

export function kindOf(path: string): Kind {
  const slice = sliceOf(path);
  if (slice === "core" || slice === "db" || slice === "http" || slice === "web" || slice === "cli") return slice;
  if (path.includes("/screens/")) return "screen";
  const suffix = /(?:^|[/-])(contract|store|routes|jobs)\.tsx?$/.exec(path)?.[1];
  return (suffix as Kind | undefined) ?? "noun";
}

const nounsAndContracts = ["core", "noun", "contract"];
const reach: Record<Kind, { kinds: string[]; say: string }> = {
  core: { kinds: ["core"], say: "core knows nothing but zod" },
  db: { kinds: ["core", "db"], say: "the database's files know only core" },
  http: {
    kinds: ["core", "db", "http"],
    say: "the server's files know only core and db; slices are listed in http/routes.ts",
  },
  noun: { kinds: ["core", "noun"], say: "a noun knows core and nouns; hand it the facts that it needs" },
  contract: { kinds: nounsAndContracts, say: "a contract is read by the browser and knows only core and nouns" },
  store: { kinds: ["core", "noun", "store", "db"], say: "a store knows the door, core and nouns" },
  routes: {
    kinds: [...nounsAndContracts, "store", "routes", "jobs", "db", "http"],
    say: "a route knows stores, nouns, contracts and the door",
  },
  jobs: { kinds: [...nounsAndContracts, "store", "jobs", "db", "http"], say: "a job knows stores, nouns and the door" },
  screen: {
    kinds: [...nounsAndContracts, "screen", "web"],
    say: "a screen asks through web/ask.ts and knows nouns and contracts",
  },
  web: {
    kinds: [...nounsAndContracts, "web"],
    say: "the web app's frame knows nouns and contracts; screens are listed in web/pages.ts",
  },
  cli: {
    kinds: [...nounsAndContracts, "db", "http", "cli"],
    say: "a command calls the server through contracts, or opens the database",
  },
};

/** Each wrong import of a file, as a sentence that says what to do. */
export function wrongImports(source: Source): string[] {
  const { path } = source;
  if (!path.startsWith("src/") || source.isTest || assemblies.includes(path)) return [];
  return source.imports.flatMap(({ from, line }) => {
    const to = target(source, from);
    const because = to.startsWith("src/") ? wrongFile(path, to) : wrongPackage(path, to);
    return because ? [`${path}:${line} imports ${from}: ${because}.`] : [];
  });
}

function wrongFile(path: string, to: string): string | null {
  if (meant[path]?.includes(to) || (opensDatabase.test(path) && ["store", "jobs"].includes(kindOf(to)))) return null;
  const [kind, toKind] = [kindOf(path), kindOf(to)];
  if (!reach[kind].kinds.includes(toKind)) return `${reach[kind].say}, and this is a ${toKind} file`;
  if (toKind === "db" && !["db", "http", "cli"].includes(kind) && !["src/db/door.ts", "src/db/sql.ts"].includes(to))
    return "slices reach the database only through db/door.ts and db/sql.ts";
  if (toKind === "http" && kind === "routes" && to !== "src/http/serve.ts")
    return "routes know only http/serve.ts of the server";
  // The desk comes last: its pages are put together from the other slices' parts.
  if (toKind === "screen" && sliceOf(path) !== sliceOf(to) && sliceOf(path) !== "desk")
    return "a screen shows only its own slice's screens; share a part through web/ui";
  if (kind === "screen" && toKind === "web") return null;
  if (slices.indexOf(sliceOf(to)) > slices.indexOf(sliceOf(path)))
    return `${sliceOf(to)} comes after ${sliceOf(path)}; move what both need to the earlier slice, or hand it in`;
  return null;
}

const outside: Partial<Record<Kind, { ban: RegExp; say: string }>> = {
  core: { ban: /^(?!zod$)/, say: "core knows nothing but zod" },
  noun: {
    // A digest is a function of its input.
    ban: /^(node:(?!assert|crypto$)|postgres$|hono|@hono\/|pino$|react|@tanstack\/)/,
    say: "a noun does no input or output; hand it the facts, or move this to a store or route",
  },
  contract: { ban: /^(?!zod$)/, say: "a contract is read by the browser and knows nothing but zod" },
  store: {
    ban: /^(postgres$|hono|@hono\/|react|@tanstack\/)/,
    say: "a store speaks to the database through db/sql.ts",
  },
  screen: { ban: /^(node:|postgres$|hono|@hono\/|pino$)/, say: "a screen runs in the browser" },
  web: { ban: /^(node:|postgres$|hono|@hono\/|pino$)/, say: "the web app runs in the browser" },
};

function wrongPackage(path: string, name: string): string | null {
  const rule = outside[kindOf(path)];
  if (!rule || [...impureNouns, ...printing].includes(path) || !rule.ban.test(name)) return null;
  return rule.say;
}

/** A noun that looks at the clock or rolls dice cannot be tested or repeated. */
export function hiddenInputs({ path, lines, isTest }: Source): string[] {
  if (!path.startsWith("src/") || isTest || kindOf(path) !== "noun" || impureNouns.includes(path)) return [];
  return lines.flatMap((line, index) => {
    const call =
      /\b(Date\.now\(|new Date\(\)|performance\.now\(|Math\.random\(|randomUUID\(|randomBytes\(|process\.)/.exec(
        line,
      )?.[1];
    return call ? [`${path}:${index + 1} uses ${call}: a noun takes the time and chance as parameters.`] : [];
  });
}
