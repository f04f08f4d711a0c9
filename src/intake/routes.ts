// Handlers of importing. A preview takes the same path as the real thing, in a transaction that keeps nothing.
import { Refusal } from "../core/refusal.ts";
import { type Route, serve, servePreview } from "../http/serve.ts";
import { getImports, postImport, previewImport, undoImport } from "./contract.ts";
import { pastImports, undo } from "./store.ts";
import { takeFiles } from "./take-store.ts";

export const intakeRoutes: Route[] = [
  servePreview(previewImport, async ({ tx, me, body, tell }) => ({
    ...(await takeFiles(tx, me, body.files, body.answers, tell)),
    importId: null,
  })),

  serve(postImport, async ({ tx, me, body, tell }) => {
    const report = await takeFiles(tx, me, body.files, body.answers, tell);
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
