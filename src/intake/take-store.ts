// Takes an import's files, in the transaction of who imports: reads, judges, writes, and tells what came of it.
// Whether anything stays is the caller's to say.
import type { Tell } from "../core/progress.ts";
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { beginImport } from "./apply-store.ts";
import { judge } from "./judge.ts";
import { type Answers, type Judged, openIn } from "./judged.ts";
import { type Given, type GivenFile, readFiles } from "./given-store.ts";
import { endWriting, rowsIn, writing } from "./hand-store.ts";
import { noneMet } from "./met.ts";
import { proposalsMet } from "./met-store.ts";
import { collisionsOf, knownIds, rememberReading } from "./store.ts";
import { countOf, type Touched } from "./touched.ts";

export async function takeFiles(tx: Tx, me: Me, files: GivenFile[], answers: Answers, tell: Tell) {
  const { read, ...given } = await readFiles(tx, me, files);
  const known = await knownIds(tx, me);
  if (openIn(given.understood) !== undefined) {
    const report = reportOf(given, await judge(read, known, answers));
    return { importId: null, ...report, added: {}, changed: {}, collisions: [], collisionCount: 0, proposals: noneMet };
  }
  const names = files.map(({ name }) => name);
  const writer = await beginImport(tx, me, names, known.people);
  const judged = await judge(read, known, answers, await writing(writer, read, tell));
  await endWriting(writer, judged);
  for (const memory of given.memories) await rememberReading(tx, me, memory);
  const { importId, added, changed, touched } = writer;
  const collisions = await collisionsOf(tx, me, importId);
  const proposals = await proposalsMet(tx, me, importId);
  // As late as can be: whoever hangs up before this has stopped it.
  const of = rowsIn(read);
  await tell(of, of);
  return { importId, ...reportOf(given, judged, touched), added, changed, ...collisions, proposals };
}

function reportOf(
  { understood, notes: before }: Pick<Given, "understood" | "notes">,
  { files, refused, questions, answeredBefore, notes }: Judged,
  touched?: Touched,
) {
  const counts = files.map((file) => countOf(file, touched));
  return { understood, files: counts, refused, questions, answeredBefore, notes: [...before, ...notes] };
}
