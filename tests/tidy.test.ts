// Keeps the layout as ARCHITECTURE.md and STYLE.md describe it. Each failure says what to do.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { type FreshDatabase, freshDatabase } from "./help/database.ts";
import { hiddenInputs, slices, sliceOf, wrongImports } from "./tidy/layout.ts";
import { functionsOf, importsIn, migrations, type Source, sources } from "./tidy/sources.ts";

const linesMost = 300;
const functionLinesMost = 50;
const importsMost = 12;
/** What the package offers of the whole program. */
const doors = ["src/client.ts", "src/operations.ts"];

const root = join(import.meta.dirname, "..");
/** The last two are made here, and no part of the repository. */
const atRoot =
  "ARCHITECTURE.md CHANGELOG.md CONTRIBUTING.md LICENSE README.md SECURITY.md STYLE.md index.html knip.json package-lock.json package.json " +
  "tsconfig.json tsconfig.package.json tsconfig.web.json vite.config.ts docs scripts src tests dist node_modules";

/** Fails with every sentence at once, so that one run shows all there is to do. */
function none(faults: string[]): void {
  if (faults.length > 0) assert.fail(`\n${faults.join("\n")}`);
}

function each(judge: (source: Source) => string[]): void {
  assert.ok(sources.length > 20, "the source files were not found");
  none(sources.flatMap(judge));
}

test("every folder of src is a known slice", () => {
  each(({ path }) => {
    const isKnown = !path.startsWith("src/") || slices.includes(sliceOf(path)) || doors.includes(path);
    return isKnown ? [] : [`${path}: put it into one of the slices ${slices.join(", ")}.`];
  });
  const unused = slices.filter((slice) => sources.every(({ path }) => sliceOf(path) !== slice));
  none(unused.map((slice) => `The list of slices names ${slice}, and there is no such folder: take it out.`));
});

test("migrations are numbered one by one", () => {
  none(
    migrations.flatMap(({ path }, index) => {
      const number = String(index + 1).padStart(4, "0");
      return path.split("/").at(-1)?.startsWith(`${number}_`) ? [] : [`${path}: give it the number ${number}.`];
    }),
  );
});

test("the first page of the repository holds what belongs there, and nothing that somebody forgot", () => {
  const here = readdirSync(root).filter((name) => !name.startsWith(".") && !atRoot.split(" ").includes(name));
  none(here.map((name) => `${name}: take it away, or add it to the list of what belongs there.`));
});

test("files import only what their place allows", () => each(wrongImports));

test("the rules on imports find what they look for", () => {
  const wrong: [path: string, text: string, because: RegExp][] = [
    ["src/core/shapes.ts", 'import { sign } from "../agreements/agreement.ts";', /core knows nothing but zod/],
    [
      "src/wall/stand.ts",
      'import type { Agreement } from "../agreements/agreement.ts";',
      /agreements comes after wall/,
    ],
    ["src/wall/stand.ts", 'import { addStand } from "./store.ts";', /a noun knows core and nouns/],
    ["src/wall/stand.ts", 'import { readFile } from "node:fs/promises";', /does no input or output/],
    ["src/wall/contract.ts", 'import {\n  theStand,\n} from "./store.ts";', /:1 imports .* read by the browser/],
    ["src/wall/screens/stands.tsx", 'import { theStand } from "../store.ts";', /asks through web/],
    ["src/wall/store.ts", 'import { startServer } from "../db/server.ts";', /only through db\/door/],
    [
      "src/cli/match.ts",
      'const { run } = await import("../matching/routes.ts");',
      /calls the server through contracts/,
    ],
  ];
  for (const [path, text, because] of wrong) assert.match(wrongImports(sourceOf(path, text)).join(), because);
  const right = sourceOf(
    "src/wall/routes.ts",
    'import { theStand } from "./store.ts";\nimport { serve } from "../http/serve.ts";',
  );
  assert.deepEqual(wrongImports(right), []);
  assert.match(hiddenInputs(sourceOf("src/wall/stand.ts", "const now = Date.now();")).join(), /Date\.now/);
});

test("nouns take time and chance from outside", () => each(hiddenInputs));

test("names are whole words in kebab-case, and none is a drawer for everything", () => {
  const drawers =
    /(^|\/)(utils?|helpers?|common|lib|libs|services?|misc|shared)(\/|\.tsx?$)|(^|\/)(types|constants|index)\.tsx?$/;
  each(({ path }) => {
    if (drawers.test(path)) return [`${path}: name it after the idea that it holds.`];
    const name = path.split("/").at(-1) ?? "";
    return /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config))?\.(ts|tsx|mjs)$/.test(name)
      ? []
      : [`${path}: name it in kebab-case.`];
  });
});

test(`files have at most ${linesMost} lines`, () => {
  each(({ path, lines }) =>
    lines.length - 1 > linesMost
      ? [`${path} has ${lines.length - 1} lines: split it by idea into two files (at most ${linesMost}).`]
      : [],
  );
});

test("a function's length is counted from its header to its closing brace", () => {
  const text =
    "export async function one({\n  a,\n}: A): Promise<void> {\n  if (a) {\n    b();\n  }\n}\nconst two = (a: A) => {\n  b(a);\n};";
  const found = functionsOf(sourceOf("src/wall/stand.ts", text)).map(({ name, length }) => ({ name, length }));
  assert.deepEqual(found, [
    { name: "one", length: 7 },
    { name: "two", length: 3 },
  ]);
});

test(`functions have at most ${functionLinesMost} lines`, () => {
  each((source) =>
    functionsOf(source)
      .filter(({ length }) => length > functionLinesMost)
      .map(
        ({ name, line, length }) =>
          `${source.path}:${line} ${name} has ${length} lines: move a step of it into a function of its own.`,
      ),
  );
});

test(`files import at most ${importsMost} others`, () => {
  const lists = ["src/http/app.ts", "src/http/routes.ts", "src/web/pages.ts", "src/operations.ts"];
  each(({ path, imports }) => {
    // The kit has a file for each small part, so a screen that is made of parts counts it once.
    const count = new Set(imports.map(({ from }) => from.replace(/web\/ui\/.*/, "web/ui"))).size;
    if (count <= importsMost || lists.includes(path)) return [];
    return [`${path} imports ${count} files: it does too much; split it by idea (at most ${importsMost}).`];
  });
});

test("no default exports, no barrels, no path aliases", () => {
  const defaults = ["vite.config.ts"];
  each(({ path, lines }) =>
    lines.flatMap((line, index) => {
      const at = `${path}:${index + 1}`;
      if (/^export default\b/.test(line) && !defaults.includes(path)) return [`${at}: export it by name.`];
      if (
        /^export (type )?(\*|\{[^}]*\}) from /.test(line) &&
        ![...doors, "src/matching/engine/engine.ts"].includes(path)
      )
        return [`${at}: let the others import it from where it is written.`];
      return /from "(@|~|#)\//.test(line) ? [`${at}: write the relative path with its ending.`] : [];
    }),
  );
});

test("the three programs are named only under programs/", () => {
  const literal = /(["'`])(advising|coaching|mentoring)\1/;
  each(({ path, lines, isTest }) => {
    if (isTest || !path.startsWith("src/") || path.startsWith("src/programs/")) return [];
    return lines.flatMap((line, index) => {
      const word = literal.exec(line)?.[2];
      if (!word) return [];
      return [
        `${path}:${index + 1} names ${word}: put the difference into programs/, or take the name from programs/program.ts.`,
      ];
    });
  });
});

test("every policy has a sentence before it that says who sees what", () => {
  none(
    migrations.flatMap(({ path, lines }) =>
      lines.flatMap((line, index) => {
        const name = /^\s*create policy (\w+)/i.exec(line)?.[1];
        const sentence = lines[index - 1]?.trim() ?? "";
        if (!name || /^-- .{10,}[.:;]$/.test(sentence)) return [];
        return [
          `${path}:${index + 1} policy ${name}: write before it, in one English sentence, who may do what and why.`,
        ];
      }),
    ),
  );
});

let database: FreshDatabase;
let sql: postgres.Sql;
before(async () => {
  database = await freshDatabase();
  sql = postgres({ ...database.admin, max: 1 });
});
after(() => sql.end());

test("every table is under forced row-level security", async () => {
  // The list of migrations is its owner's alone, and forced security would hide it from the owner too.
  const rows = await sql`
    select oid::regclass::text as name from pg_class
    where relkind in ('r', 'p') and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
      and oid::regclass::text <> 'migrations' and not (relrowsecurity and relforcerowsecurity)`;
  none(rows.map(({ name }) => `table ${name}: alter table ${name} enable row level security, and force it.`));
});

test("functions with their owner's rights say where they look names up", async () => {
  const rows = await sql`
    select oid::regprocedure::text as name from pg_proc
    where prosecdef and pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
      and not exists (select from unnest(proconfig) as setting where setting like 'search_path=%')`;
  none(rows.map(({ name }) => `function ${name}: add "set search_path = pg_catalog, public, pg_temp".`));
});

function sourceOf(path: string, text: string): Source {
  return { path, text, lines: text.split("\n"), imports: importsIn(text), isTest: false };
}
