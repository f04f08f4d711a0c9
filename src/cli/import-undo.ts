// chiron import --undo: a whole import taken back, named by its id, or the only one that can be.
import { agreeing, plural } from "../core/plural.ts";
import type { ReplyOf } from "../core/endpoint.ts";
import { getImports, undoImport } from "../intake/contract.ts";
import { type Given, Misuse } from "./command.ts";
import { clientOf, remoteOptions } from "./remote.ts";

type Past = ReplyOf<typeof getImports>["items"][number];

export async function undoImportAs(given: Given): Promise<number> {
  const { values, positionals } = given;
  const isPreview = values["dry-run"] === true;
  refuseOthers(values);
  const because = String(values.because ?? "").trim();
  if (because === "" && !isPreview)
    throw new Misuse('Say why it is taken back, with --because "WORDS". They stay beside your name.');
  const client = clientOf(given);
  const { items } = await client.ask(getImports);
  const past = chosenOf(items, positionals[0]);
  const { importId, rows: brought } = past;
  const outOfForce = isPreview
    ? null
    : (await client.ask(undoImport, { params: { id: importId }, body: { because } })).rows;
  const told =
    outOfForce === null
      ? `Would be taken back: ${lineOf(past)}\n`
      : `Taken back: ${lineOf(past)}\n${saidOf(brought, outOfForce)}\n`;
  const json = { importId, isUndone: !isPreview, brought, outOfForce };
  process.stdout.write(values.json === true ? `${JSON.stringify(json)}\n` : told);
  return 0;
}

/** What says how files are read says nothing here, and would be lost without a word. */
function refuseOthers(values: Given["values"]): void {
  const known = ["undo", "because", "dry-run", ...Object.keys(remoteOptions)];
  const other = Object.keys(values).find((name) => !known.includes(name));
  if (other !== undefined)
    throw new Misuse(`--${other} does not go with --undo, which takes an id, --because, --dry-run and --json.`);
}

/** Guesses nothing: where several can be taken back, the id has to be said. */
function chosenOf(items: Past[], id: string | undefined): Past {
  const open = items.filter(({ canUndo }) => canUndo);
  const listed = open.map((past) => `\n  ${lineOf(past)}`).join("");
  const named = items.find(({ importId }) => importId === id);
  if (named?.isUndone === true) throw new Misuse(`The import ${id} has been taken back already.`);
  if (named?.isEmpty === true)
    throw new Misuse(`The import ${id} brought nothing new and changed nothing, so there is nothing to take back.`);
  if (named?.inUse === true)
    throw new Misuse(`Others have built on the import ${id}, so that it stays. Import a corrected file instead.`);
  if (named?.canUndo === false)
    throw new Misuse(`The import ${id} is older than 24 hours. Import a corrected file instead.`);
  if (named !== undefined) return named;
  if (open.length === 0) throw new Misuse("No import of the last 24 hours has anything to take back.");
  if (id !== undefined) throw new Misuse(`There is no import ${id}. These can be taken back:${listed}`);
  const [only, ...others] = open;
  if (only === undefined || others.length > 0) throw new Misuse(`Say which one, by its id:${listed}`);
  return only;
}

function lineOf({ importId, madeAt, madeBy, files, rows }: Past): string {
  return `${importId}  ${madeAt.slice(0, 16).replace("T", " ")} UTC, ${madeBy}, ${plural(rows, "record")} from ${files.join(", ")}`;
}

/** Two numbers, since not all that comes is a record that can be out of force by itself. */
function saidOf(brought: number, outOfForce: number): string {
  return (
    `${plural(brought, "record")} had come or changed. ${plural(outOfForce, "record")} ${agreeing(outOfForce, "is", "are")} out of force now; ` +
    "what belongs to these, such as interests and places, went with them, and what was changed is as it was."
  );
}
