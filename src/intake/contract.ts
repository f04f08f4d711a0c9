// Importing a school's exports: look first, then take, and take back within a day.
import { z } from "zod";
import { Download } from "../core/download.ts";
import { endpoint } from "../core/endpoint.ts";
import { Id, Instant } from "../core/shapes.ts";
import { Collision } from "./collision.ts";
import { AnsweredBefore, Answers, FileCount, Note, Question, RefusedRow } from "./judged.ts";
import { MetProposals } from "./met.ts";
import { encodings, separators } from "./layout.ts";
import { Reading } from "./reading.ts";
import { Upload } from "./upload.ts";

const body = z.object({
  files: z.array(Upload).min(1, "Choose at least one file.").max(40),
  answers: Answers.default({}),
});

/** How a file was understood: to be shown, and corrected by sending `layout` or `reading` along. */
const Understood = z.object({
  name: z.string(),
  format: z.enum(["csv", "xlsx"]),
  /** Empty for a spreadsheet, like the separator. */
  encoding: z.enum([...encodings, ""]),
  separator: z.enum([...separators, ""]),
  hasByteOrderMark: z.boolean(),
  header: z.array(z.string()),
  /** The line of the file on which the headings stand, from 1. */
  headingLine: z.number().int(),
  /** Rows above the headings, such as a title: left out, and not counted as rows. */
  linesAbove: z.number().int(),
  /** A few rows as they are read, their cells cut short, those of other columns empty: to see by whether it is read right. */
  sample: z.array(z.array(z.string())),
  /** Null when no kind of file fits: choose one. */
  reading: Reading.nullable(),
  /** Days that could be read in two ways: choose the order. */
  unclearDates: z.boolean(),
});

export const ImportReport = z.object({
  /** Null in a preview, or where something has to be chosen first. */
  importId: Id.nullable(),
  understood: z.array(Understood),
  files: z.array(FileCount),
  refused: z.array(RefusedRow),
  questions: z.array(Question),
  /** Not asked again; an answer "same" sent along overrides them. */
  answeredBefore: z.array(AnsweredBefore),
  notes: z.array(Note),
  /** By table: how many rows come to be, and how many change. */
  added: z.record(z.string(), z.number().int()),
  changed: z.record(z.string(), z.number().int()),
  /** What collides with a wall: each becomes an incident, and nothing is lost. */
  collisions: z.array(Collision),
  collisionCount: z.number().int(),
  proposals: MetProposals,
});
export type ImportReport = z.infer<typeof ImportReport>;

export const previewImport = endpoint({
  method: "POST",
  path: "/imports/preview",
  summary: "What an import would do; nothing is kept",
  may: "import people",
  tellsProgress: true,
  takesFiles: true,
  body,
  reply: ImportReport,
});
export const postImport = endpoint({
  method: "POST",
  path: "/imports",
  summary: "Take every sound row of these files",
  may: "import people",
  tellsProgress: true,
  takesFiles: true,
  body,
  reply: ImportReport,
});
export const refusedRows = endpoint({
  method: "POST",
  path: "/imports/refused-rows",
  summary: "Refused rows of a file as CSV with their reasons, to be corrected and imported again; nothing is kept",
  may: "import people",
  isDownload: true,
  takesFiles: true,
  body: z.object({
    files: z.tuple([Upload]),
    /** As the report tells them; those of other files are left out. */
    refused: z.array(RefusedRow),
  }),
  reply: Download,
});
export const getImports = endpoint({
  method: "GET",
  path: "/imports",
  summary: "The imports of this school, the newest first",
  may: "import people",
  reply: z.object({
    items: z.array(
      z.object({
        importId: Id,
        madeBy: z.string(),
        madeAt: Instant,
        files: z.array(z.string()),
        /** Records that came to be or changed. */
        rows: z.number().int(),
        isUndone: z.boolean(),
        canUndo: z.boolean(),
        /** It brought nothing new and changed nothing: there is nothing to take back. */
        isEmpty: z.boolean(),
        /** Within the 24 hours, but others have built on it, so that it stays. */
        inUse: z.boolean(),
      }),
    ),
  }),
});
export const undoImport = endpoint({
  method: "POST",
  path: "/imports/:id/undo",
  summary: "Take a whole import back, within 24 hours",
  may: "import people",
  params: z.object({ id: Id }),
  body: z.object({ because: z.string().trim().min(1, "Say why.").max(500) }),
  /** Records that are out of force now. What had been changed is as it was, and is not among them. */
  reply: z.object({ rows: z.number().int() }),
});
