// chiron import: a folder of a school's exports into the server that runs.
import { postImport, previewImport } from "../intake/contract.ts";
import { type FileToSend, uploadOf } from "../intake/upload.ts";
import { type Command, Misuse } from "./command.ts";
import { answersIn, choicesIn, chosenReading, withLayouts } from "./import-choices.ts";
import { filesIn } from "./import-files.ts";
import { refusedFolderIn, writeRefused } from "./import-refused.ts";
import { toldOf } from "./import-told.ts";
import { undoImportAs } from "./import-undo.ts";
import { watched } from "./import-watch.ts";
import { clientOf, remoteOptions, remoteUsage } from "./remote.ts";

export const importCommand: Command = {
  name: "import",
  summary: "Take a school's exports in",
  usage: `chiron import DIR [--dry-run] [--same ID=ID] [--two ID=ID] [--refused FOLDER] [--json]
chiron import --undo [ID] --because WORDS [--dry-run] [--json]

DIR is a folder of .csv, .tsv and .xlsx files, or one such file. ID is an import, as it was told when it was made.

  --dry-run        tell what would happen, and keep nothing
  --same ID=ID     the two ids are one person; --two ID=ID: they are two (as the questions name them; may be repeated)
  --days FILE=ORDER  where days such as 03/04 could be read in two ways: dmy or mdy (or iso); may be repeated
  --kind FILE=KIND   where the headings do not tell: learners, educators, rotations, ...; may be repeated
  --column FILE:FIELD=HEADING  which column holds a field; nothing behind the "=" for none; may be repeated
  --encoding FILE=ENCODING  where the letters come out wrong: windows-1252, macintosh, ...; may be repeated
  --separator FILE=SIGN  what stands between two cells: "," ";" "|" or tab; may be repeated
  --heading FILE=LINE  which line names the columns; what stands above it is left out; may be repeated
  --undo           take a whole import back, within 24 hours; without ID the only one that can be
  --because WORDS  why it is taken back: it stays beside your name
  --refused FOLDER  write the rows that were not taken, a file for each file that has some: its own cells, and behind
                   them the reason and the fix. Correct them, and import the folder
${remoteUsage}`,
  options: {
    ...remoteOptions,
    "dry-run": { type: "boolean" },
    same: { type: "string", multiple: true },
    two: { type: "string", multiple: true },
    days: { type: "string", multiple: true },
    kind: { type: "string", multiple: true },
    column: { type: "string", multiple: true },
    encoding: { type: "string", multiple: true },
    separator: { type: "string", multiple: true },
    heading: { type: "string", multiple: true },
    undo: { type: "boolean" },
    because: { type: "string" },
    refused: { type: "string" },
  },
  takes: 1,
  async run(given) {
    const { values, say } = given;
    if (values.undo === true) return undoImportAs(given);
    if (values.because !== undefined)
      throw new Misuse("--because goes with --undo: it says why an import is taken back.");
    const refusedFolder = refusedFolderIn(given);
    const client = clientOf(given);
    const found = withLayouts(values, filesIn(given.positionals[0], say));
    const answers = answersIn(values);
    const choices = choicesIn(
      values,
      found.map(({ name }) => name),
    );
    say(`Reading ${found.map(({ name }) => name).join(", ")}`);
    const ask = (endpoint: typeof previewImport, files: FileToSend[]) =>
      watched(say, (watching) =>
        client.ask(endpoint, {
          body: { files: files.map(uploadOf), answers },
          files: files.map(({ content }) => content),
          ...watching,
        }),
      );
    let files = found;
    if (choices.size > 0) {
      const { understood } = await ask(previewImport, found);
      files = found.map((file, at) => chosenReading(file, understood[at], choices.get(file.name)));
    }
    const report = await ask(values["dry-run"] === true ? previewImport : postImport, files);
    if (refusedFolder !== null) await writeRefused(client, refusedFolder, files, report, say);
    process.stdout.write(
      values.json === true ? `${JSON.stringify(report)}\n` : toldOf(report, values["dry-run"] === true),
    );
    return 0;
  },
};
