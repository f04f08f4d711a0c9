// Sets of requirements and the dated events of each class: read by everybody, kept by the advising office.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Id, Instant } from "../core/shapes.ts";
import { RefusedRow } from "../intake/judged.ts";
import { PlanEffect, SetChanges } from "./change.ts";
import { Requirement, RequirementSet, requirementsMost } from "./requirement.ts";
import { KeptDay } from "./timeline.ts";

const params = z.object({ id: Id });

const Because = z.string().trim().min(1, "Say what changes, so that others can follow it.").max(500);
const Name = z.string().trim().min(1, "Name the set.").max(120, "Keep it to 120 characters.");
const Items = z
  .array(Requirement)
  .max(requirementsMost, `Keep a set to ${requirementsMost} requirements.`)
  .min(1, "A set has at least one requirement.");

/** The version that was changed; another one by now is refused. */
const version = z.number().int().min(0);

export const SetReport = z.object({
  /** The version that came to be; the same as before where nothing differs. */
  version: z.number().int(),
  changes: SetChanges,
  plans: PlanEffect,
});
export type SetReport = z.infer<typeof SetReport>;

export const listRequirements = endpoint({
  method: "GET",
  path: "/requirements",
  summary: "The sets of requirements as they are in force, each with its requirements in order",
  may: "take part",
  reply: z.object({ items: z.array(RequirementSet) }),
});

export const listRequirementVersions = endpoint({
  method: "GET",
  path: "/requirements/:id/versions",
  summary: "The last 20 versions of a set, the newest first, with what changed and who wrote them",
  may: "keep plans",
  params,
  reply: z.object({
    items: z.array(
      z.object({ version: z.number().int(), because: z.string(), writtenAt: Instant, writtenBy: z.string() }),
    ),
  }),
});

export const addRequirementSet = endpoint({
  method: "POST",
  path: "/requirements",
  summary: "Begin a set of requirements; from now on it is part of the plan of every learner whom it concerns",
  may: "keep plans",
  body: z.object({ name: Name, items: Items, because: Because }),
  reply: RequirementSet,
});

const changeBody = z.object({ version, name: Name, items: Items, because: Because });

export const previewRequirements = endpoint({
  method: "POST",
  path: "/requirements/:id/preview",
  summary: "What a change of a set would do to it and to the plans of learners; nothing is kept",
  may: "keep plans",
  params,
  body: changeBody,
  reply: SetReport,
});

export const changeRequirements = endpoint({
  method: "POST",
  path: "/requirements/:id",
  summary: "Write the next version of a set: all of its requirements, in order; what was done stays with its key",
  may: "keep plans",
  params,
  body: changeBody,
  reply: SetReport,
});

export const restoreRequirements = endpoint({
  method: "POST",
  path: "/requirements/:id/restoration",
  summary: "Take changes back: write an older version anew as the next one",
  may: "keep plans",
  params,
  body: z.object({ version, to: z.int32().min(1) }),
  reply: SetReport,
});

const file = {
  name: z.string().trim().min(1, "Name the file.").max(200),
  base64: z.base64("Send the file's bytes as base64."),
};
const csvBody = z.object({ version, ...file });

/** What came of the rows of a file. */
const Rows = z.object({
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** Each row that was not taken, by line and field. */
  refused: z.array(RefusedRow),
  /** Columns of the file that stand for nothing here. */
  ignored: z.array(z.string()),
});

const CsvReport = SetReport.extend(Rows.shape);
export type CsvReport = z.infer<typeof CsvReport>;

export const previewRequirementsCsv = endpoint({
  method: "POST",
  path: "/requirements/:id/csv/preview",
  summary: "What a file of requirements would add and change in a set; nothing is kept",
  may: "keep plans",
  params,
  body: csvBody,
  reply: CsvReport,
});

export const importRequirementsCsv = endpoint({
  method: "POST",
  path: "/requirements/:id/csv",
  summary: "Take every sound row of a file of requirements into a set; what the file does not name stays as it is",
  may: "keep plans",
  params,
  body: csvBody,
  reply: CsvReport,
});

export const listTimelines = endpoint({
  method: "GET",
  path: "/timelines",
  summary: "The dated events of every class, by day",
  may: "take part",
  reply: z.object({ items: z.array(KeptDay) }),
});

const days = z.array(KeptDay).min(1, "Send at least one day.").max(200, "Send at most 200 days at a time.");

export const previewTimelines = endpoint({
  method: "POST",
  path: "/timelines/preview",
  summary: "What a change of dated events would do to the plans of learners; nothing is kept",
  may: "keep plans",
  body: z.object({ days }),
  reply: PlanEffect,
});

export const changeTimelines = endpoint({
  method: "POST",
  path: "/timelines",
  summary:
    "Write dated events of classes, each with the version that you changed (0: a new one); without a day it goes",
  may: "keep plans",
  body: z.object({ days }),
  reply: PlanEffect,
});

const TimelineCsvReport = Rows.extend({
  /** How often dates were written before this file: what the look answers, the taking may name. */
  version: z.number().int(),
  plans: PlanEffect,
});
export type TimelineCsvReport = z.infer<typeof TimelineCsvReport>;

export const previewTimelinesCsv = endpoint({
  method: "POST",
  path: "/timelines/csv/preview",
  summary: "What a file of dated events would add and change, and do to the plans of learners; nothing is kept",
  may: "keep plans",
  body: z.object({ version: version.optional(), ...file }),
  reply: TimelineCsvReport,
});

export const importTimelinesCsv = endpoint({
  method: "POST",
  path: "/timelines/csv",
  summary:
    "Take every sound row of a file of dated events; what the file does not name stays as it is. With the version of a look, it is refused where dates changed since",
  may: "keep plans",
  body: z.object({ version: version.optional(), ...file }),
  reply: TimelineCsvReport,
});
