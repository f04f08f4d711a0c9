// The project's own source files, read once, with what the layout rules ask about each.
import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

const root = join(import.meta.dirname, "..", "..");

export interface Source {
  /** From the root, with forward slashes: "src/wall/stand.ts". */
  path: string;
  lines: string[];
  text: string;
  /** As written, each with its line number. */
  imports: { from: string; line: number }[];
  isTest: boolean;
}

export const sources: Source[] = globSync(["src/**/*.{ts,tsx}", "tests/**/*.{ts,tsx}", "scripts/*.{ts,mjs}", "*.ts"], {
  cwd: root,
})
  .map((path) => path.replaceAll("\\", "/"))
  .sort()
  .map(readSource);

export const migrations = globSync("src/db/migrations/*.sql", { cwd: root })
  .sort()
  .map((path) => ({ path, lines: readFileSync(join(root, path), "utf8").split("\n") }));

/** Where a relative import leads, from the root; the name itself for a package. */
export function target({ path }: Source, from: string): string {
  return from.startsWith(".") ? posix.join(posix.dirname(path), from) : from;
}

/**
 * Functions with their length in lines, found by the indentation that the formatter gives: one begins at its header
 * and ends at the first lone closing brace as far to the left.
 */
export function functionsOf({ lines }: Source): { name: string; line: number; length: number }[] {
  const found = [];
  for (const [index, line] of lines.entries()) {
    const header = functionHeader.exec(line);
    if (!header) continue;
    const end = lines.findIndex(
      (other, at) => at > index && other.startsWith(`${header[1]}}`) && /^\s*\}[;,)]*$/.test(other),
    );
    const isWhole = line.trimEnd().endsWith("}") || line.trimEnd().endsWith(";");
    if (end !== -1 && !isWhole)
      found.push({ name: header[2] ?? header[3] ?? header[4] ?? "", line: index + 1, length: end - index + 1 });
  }
  return found;
}

// A declaration, a constant that holds a function, or a method whose header ends the line.
const functionHeader =
  /^(\s*)(?:(?:export )?(?:default )?(?:async )?function\*? ?(\w*)|(?:export )?const (\w+)(?:: .+?)? = (?:async )?(?:.*=> \{|function.*\{|\(\{?)$|(?:static |async |get |set |\*)*(?!if|for|while|switch|catch|return|await|super)(\w+)\([^()]*\)(?:: [^=]+)? \{$)/;

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), "utf8");
  const lines = text.split("\n");
  return {
    path,
    text,
    lines,
    imports: importsIn(text),
    isTest: path.startsWith("tests/") || /\.test\.tsx?$/.test(path),
  };
}

export function importsIn(text: string): { from: string; line: number }[] {
  const statement = /^(?:import|export)\s(?:[^"';]*?\sfrom\s)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;
  return [...text.matchAll(statement)].map((match) => ({
    from: match[1] ?? match[2] ?? "",
    line: text.slice(0, match.index).split("\n").length,
  }));
}
