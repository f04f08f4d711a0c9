// Relationships and their ground rules: reading, changing, signing, pausing, ending.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { dayNamed, Id, PageQuery, pageOf } from "../core/shapes.ts";
import { Clause } from "../programs/charter.ts";
import { Program } from "../programs/program.ts";
import { Agreement } from "./agreement.ts";
import { EndingReason, Relationship, RelationshipState } from "./relationship.ts";

const params = z.object({ id: Id });

export const listRelationships = endpoint({
  method: "GET",
  path: "/relationships",
  summary: "Your relationships; for the program's offices, every relationship and its state",
  may: "take part",
  query: PageQuery.extend({
    program: Program.optional(),
    state: RelationshipState.optional(),
    /** Only those of this person, on either side. */
    person: Id.optional(),
    /** Only your own, for who also holds an office. */
    mine: z.enum(["true", "false"]).optional(),
  }),
  reply: pageOf(Relationship),
});

export const countEndingReasons = endpoint({
  method: "GET",
  path: "/relationships/ending-reasons",
  summary: "For which reasons relationships ended: counts only, none under 5",
  may: "see relationships",
  reply: z.object({
    /** A null reason stands for all reasons that are too few to tell apart. */
    items: z.array(z.object({ program: Program, reason: EndingReason.nullable(), relationships: z.number().int() })),
  }),
});

export const getRelationship = endpoint({
  method: "GET",
  path: "/relationships/:id",
  summary: "One relationship and its state",
  may: "take part",
  params,
  reply: Relationship,
});

export const getAgreement = endpoint({
  method: "GET",
  path: "/relationships/:id/agreement",
  summary: "The newest ground rules of a relationship of yours, with what they started from and who signed",
  may: "take part",
  params,
  reply: Agreement,
});

export const changeAgreement = endpoint({
  method: "POST",
  path: "/relationships/:id/agreements",
  summary: "Write the next wording; both sign it anew",
  may: "take part",
  params,
  body: z.object({
    /** The version that you changed. */
    version: z.number().int().min(1),
    clauses: z.array(Clause).min(1, "Keep at least one line.").max(40, "Keep it to 40 lines."),
    renewOn: dayNamed("the day to renew").optional(),
  }),
  reply: Agreement,
});

export const signAgreement = endpoint({
  method: "POST",
  path: "/agreements/:id/signature",
  summary: "Sign a wording; the second signature puts the relationship in force",
  may: "take part",
  params,
  body: z.object({
    readLimits: z.literal(true, { error: "Read what stays confidential and where that ends, then say so." }),
  }),
  reply: Agreement,
});

export const renewAgreement = endpoint({
  method: "POST",
  path: "/relationships/:id/renewal",
  summary: "Renew the ground rules: the next wording to sign, on the charter in force",
  may: "take part",
  params,
  body: z.object({ renewOn: dayNamed("the day to renew").optional() }),
  reply: Agreement,
});

export const pauseRelationship = endpoint({
  method: "POST",
  path: "/relationships/:id/pauses",
  summary: "Pause a relationship until a day",
  may: "take part",
  params,
  body: z.object({ from: dayNamed("the first day").optional(), until: dayNamed("the day of return") }),
  reply: Relationship,
});

export const endPause = endpoint({
  method: "DELETE",
  path: "/relationships/:id/pauses/current",
  summary: "Come back from a pause today, or take back one that is ahead",
  may: "take part",
  params,
  reply: Relationship,
});

export const endRelationship = endpoint({
  method: "POST",
  path: "/relationships/:id/ending",
  summary: "End a relationship today, without blame; nobody is told who ended it",
  may: "take part",
  params,
  body: z.object({ reason: EndingReason.default("not said") }),
  reply: Relationship,
});
