// Changing a charter: first what it would change, whom it would set against the wall and the places it costs; then saving.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { dayNamed } from "../core/shapes.ts";
import { Charter, CharterBody, DutyRule } from "../programs/charter.ts";
import { Program } from "../programs/program.ts";
import { PlacesLost } from "../training/places.ts";
import { FieldChange, NewConflict } from "./rule-change.ts";

const Proposed = z.object({
  /** The newest version, on which the change was made. */
  version: z.number().int().min(1),
  inForceFrom: dayNamed("the day from which it is in force"),
  body: CharterBody,
  /** The program's own rules of the wall; left out, they stay. */
  rules: z.array(DutyRule).max(20).optional(),
});

export const previewCharter = endpoint({
  method: "POST",
  path: "/charters/:program/preview",
  summary:
    "What a changed charter would bring: the diff, wall conflicts pair by pair, and places lost; nothing is kept",
  may: "edit charters",
  params: z.object({ program: Program }),
  body: Proposed,
  reply: z.object({ changes: z.array(FieldChange), conflicts: z.array(NewConflict), places: PlacesLost }),
});

export const saveCharter = endpoint({
  method: "POST",
  path: "/charters/:program",
  summary: "Save the next version of a charter, in force from a day",
  may: "edit charters",
  params: z.object({ program: Program }),
  body: Proposed.extend({
    because: z.string().trim().min(3, "Say in a few words why.").max(500),
    /** True once you have seen the conflicts: they are recorded as incidents. Without it a change that brings any is refused. */
    takeConflicts: z.boolean().default(false),
  }),
  reply: Charter,
});
