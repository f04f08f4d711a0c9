// Holds the size of the matching engine's core, as a page would load it that matches and checks in the browser.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { build, type Rollup } from "vite";

const entry = join(import.meta.dirname, "..", "src", "matching", "engine", "engine.ts");
const core = ["matchOptimally", "solve", "checkOptimal", "checkLevels", "matchStably", "checkStable"];

/** The chunks of a page that imports these names from the engine's public face. */
async function chunksOf(names: readonly string[]): Promise<Rollup.OutputChunk[]> {
  const page = "page-that-matches";
  const built = (await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, rolldownOptions: { input: page, preserveEntrySignatures: "strict" } },
    plugins: [
      {
        name: "page",
        enforce: "pre",
        resolveId: (id) => (id.endsWith(page) ? page : null),
        load: (id) => (id === page ? `export { ${names.join(", ")} } from ${JSON.stringify(entry)};` : null),
      },
    ],
  })) as Rollup.RollupOutput;
  return built.output.filter((one) => one.type === "chunk");
}

function sizeOf(chunks: Rollup.OutputChunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
}

test("the core takes at most 15 kB, brings nothing of others, and leaves the roles together to who asks for them", async () => {
  const chunks = await chunksOf(core);
  assert.deepEqual(
    chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]),
    [],
  );
  const files = chunks.flatMap(({ modules }) => Object.keys(modules)).filter((id) => id.endsWith(".ts"));
  assert.ok(files.some((file) => file.endsWith("auction.ts")) && files.some((file) => file.endsWith("stable.ts")));
  assert.deepEqual(
    files.filter((file) => file.includes("coupled") || file.includes("node_modules")),
    [],
  );
  assert.ok(sizeOf(chunks) <= 15_000, `${sizeOf(chunks)} bytes`);
  assert.ok(sizeOf(chunks) < sizeOf(await chunksOf([...core, "matchTogether"])));
});
