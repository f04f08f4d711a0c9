// Handlers of importing. A preview takes the same path as the real thing, in a transaction that keeps nothing.
import type { Pieces } from "../core/files.ts";
import { Refusal } from "../core/refusal.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import { getImports, type ImportReport, postImport, previewImport, refusedRows, undoImport } from "./contract.ts";
import { openIn } from "./judged.ts";
import { lackingIn } from "./lacking.ts";
import { refusedFile } from "./refused-store.ts";
import { pastImports, undo } from "./store.ts";
import { takeFiles } from "./take-store.ts";

export const intakeRoutes: Route[] = [
  servePreview(previewImport, async ({ tx, me, body, files, tell }) => ({
    ...(await takeFiles(tx, me, given(body.files, files), body.answers, tell)),
    importId: null,
  })),

  serve(postImport, async ({ tx, me, body, files, tell }) => {
    const report = await takeFiles(tx, me, given(body.files, files), body.answers, tell);
    const open = openIn(report.understood);
    if (open !== undefined) throw undecided(open);
    return report;
  }),

  servePreview(refusedRows, async ({ tx, me, body, files: [bytes = []] }) =>
    refusedFile(tx, me, { ...body.files[0], bytes }, body.refused),
  ),

  serve(getImports, async ({ tx, me }) => ({ items: await pastImports(tx, me) })),

  serve(undoImport, async ({ tx, me, params, body }) => ({ rows: await undo(tx, me, params.id, body.because) })),
];

function given<F>(files: F[], bytes: Pieces[]): (F & { bytes: Pieces })[] {
  return files.map((file, at) => ({ ...file, bytes: bytes[at] ?? [] }));
}

function undecided({ name, header, reading }: ImportReport["understood"][number]): Refusal {
  const [because, fix] =
    reading === null
      ? [
          lackingIn({ name, header }),
          "Add what is missing, or say what kind of file it is and which column holds what.",
        ]
      : ["has days that could be read in two ways.", "Say in which order its days are written."];
  return new Refusal("invalid", "file.undecided", `${name} ${because}`, [{ field: name, because: fix }]);
}
