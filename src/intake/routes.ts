// Handlers of importing. A preview takes the same path as the real thing, in a transaction that keeps nothing.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import type { Me } from "../people/me.ts";
import { applyRows } from "./apply-store.ts";
import { getImports, type ImportReport, postImport, previewImport, undoImport } from "./contract.ts";
import { judge } from "./judge.ts";
import type { Answers } from "./judged.ts";
import { fingerprintOf } from "./kinds.ts";
import { guessReading, type Reading, readRows } from "./reading.ts";
import { collisionsOf, knownIds, pastImports, rememberedReadings, rememberReading, undo } from "./store.ts";
import { readTable, type Table } from "./table.ts";

export const intakeRoutes: Route[] = [
  servePreview(previewImport, async ({ tx, me, body }) => ({
    ...(await takeFiles(tx, me, body.files.map(bytesOf), body.answers)),
    importId: null,
  })),

  serve(postImport, async ({ tx, me, body }) => {
    const report = await takeFiles(tx, me, body.files.map(bytesOf), body.answers);
    const open = report.understood.find(({ reading, unclearDates }) => reading === null || unclearDates);
    if (open !== undefined)
      throw new Refusal(
        "invalid",
        "file.undecided",
        `${open.name} cannot be read without a choice of yours. Look at the preview.`,
        [
          {
            field: open.name,
            because:
              open.reading === null ? "Say what kind of file it is." : "Say in which order its days are written.",
          },
        ],
      );
    return report;
  }),

  serve(getImports, async ({ tx, me }) => ({ items: await pastImports(tx, me) })),

  serve(undoImport, async ({ tx, me, params, body }) => ({ rows: await undo(tx, me, params.id, body.because) })),
];

function bytesOf({
  name,
  base64,
  reading,
}: {
  name: string;
  base64: string;
  reading?: GivenFile["reading"];
}): GivenFile {
  return { name, bytes: Buffer.from(base64, "base64"), reading };
}

interface GivenFile {
  name: string;
  bytes: Uint8Array;
  reading?: Reading | undefined;
}

type Understood = ImportReport["understood"][number];

/** In the transaction of who imports; whether anything stays is the caller's to say. */
async function takeFiles(tx: Tx, me: Me, files: GivenFile[], answers: Answers): Promise<ImportReport> {
  refuseTwice(files);
  const remembered = await rememberedReadings(tx, me);
  const tables = await Promise.all(files.map(({ name, bytes }) => readTable(name, bytes)));
  const understood = tables.map((table, at) => understand(table, files[at]?.reading, remembered));
  const undecided = understood.some(({ reading, unclearDates }) => reading === null || unclearDates);
  const readFiles = tables.flatMap((table, at) => {
    const reading = understood[at]?.reading;
    return reading ? [readRows(table, reading)] : [];
  });
  const { sound, refused, questions, notes, files: counts } = judge(readFiles, await knownIds(tx, me), answers);
  const report = { understood, files: counts, refused, questions, notes };
  if (undecided) return { importId: null, ...report, added: {}, changed: {}, collisions: [], collisionCount: 0 };
  const names = files.map(({ name }) => name);
  const { importId, added, changed } = await applyRows(tx, me, sound, names);
  for (const { header, reading } of understood)
    if (reading) await rememberReading(tx, me, fingerprintOf(header), reading);
  return { importId, ...report, added, changed, ...(await collisionsOf(tx, me, importId)) };
}

function understand(table: Table, given: Reading | undefined, remembered: Map<string, Reading>): Understood {
  const { rows: _, ...shown } = table;
  const guess = guessReading(table, (fingerprint) => remembered.get(fingerprint));
  return {
    ...shown,
    reading: given ?? guess?.reading ?? null,
    unclearDates: given === undefined && guess?.unclear === true,
  };
}

function refuseTwice(files: GivenFile[]): void {
  const twice = files.find(({ name }, at) => files.findIndex((other) => other.name === name) !== at);
  if (twice === undefined) return;
  throw new Refusal("invalid", "file.twice", `${twice.name} is here twice. Leave one of the two out.`, [
    { field: "files", because: `Send ${twice.name} once.` },
  ]);
}
