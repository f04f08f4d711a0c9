// Makes what the package offers to other programs: plain JavaScript with its types, since Node refuses to run
// TypeScript of an installed package. `npm pack` calls it.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
// What a source that is gone left behind would be packed too.
rmSync(join(root, "dist", "package"), { recursive: true, force: true });
const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
// npm prints the package's name on the other stream, for whoever asked.
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.package.json"], {
  cwd: root,
  stdio: ["ignore", 2, 2],
});
process.exitCode = status ?? 1;
