// Handlers of importing. A preview takes the same path as the real thing, in a transaction that keeps nothing.
import { Refusal } from "../core/refusal.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import { getImports, type ImportReport, postImport, previewImport, refusedRows, undoImport } from "./contract.ts";
import { refusedFile } from "./given-store.ts";
import { openIn } from "./judged.ts";
import { lackingIn } from "./lacking.ts";
import { pastImports, undo } from "./store.ts";
import { takeFiles } from "./take-store.ts";

export const intakeRoutes: Route[] = [
  servePreview(previewImport, async ({ tx, me, body, tell }) => ({
    ...(await takeFiles(tx, me, body.files, body.answers, tell)),
    importId: null,
  })),

  serve(postImport, async ({ tx, me, body, tell }) => {
    const report = await takeFiles(tx, me, body.files, body.answers, tell);
    const open = openIn(report.understood);
    if (open !== undefined) throw undecided(open);
    return report;
  }),

  servePreview(refusedRows, async ({ tx, me, body }) => refusedFile(tx, me, body.files[0], body.refused)),

  serve(getImports, async ({ tx, me }) => ({ items: await pastImports(tx, me) })),

  serve(undoImport, async ({ tx, me, params, body }) => ({ rows: await undo(tx, me, params.id, body.because) })),
];

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
