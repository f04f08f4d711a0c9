// The directory: finding people, adding and correcting them, and what an educator keeps themselves.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Day, Id, PageQuery, pageOf } from "../core/shapes.ts";
import {
  EducatorFields,
  LearnerFields,
  Listed,
  Person,
  PersonFields,
  Places,
  StandingFields,
  Status,
} from "./person.ts";

const params = z.object({ id: Id });

export const listPeople = endpoint({
  method: "GET",
  path: "/people",
  summary: "People whom you may see, by family name; a name may be spelt almost right",
  may: "take part",
  query: PageQuery.extend({
    named: z.string().trim().max(80).optional(),
    as: z.enum(["learner", "educator", "office"]).optional(),
    status: Status.optional(),
    phase: z.string().trim().max(100).optional(),
    classYear: z.coerce.number({ error: "Write a year, such as 2028." }).int().min(1950).max(2200).optional(),
    campus: z.string().trim().max(200).optional(),
    /** With somebody beside them in this program, on either side, as far as the asker sees that. */
    program: z.string().trim().max(40).optional(),
  }),
  reply: pageOf(Listed),
});

export const getPerson = endpoint({
  method: "GET",
  path: "/people/:id",
  summary:
    "One person, as far as you may see them; offices and educators who look leave an event that the person can read",
  may: "take part",
  params,
  reply: Person,
});

export const addPerson = endpoint({
  method: "POST",
  path: "/people",
  summary: "Add a learner, an educator or a member of an office by hand",
  may: "edit people",
  body: PersonFields.extend({
    learner: LearnerFields.extend({ phase: StandingFields.shape.phase, status: Status }).nullable().default(null),
    educator: EducatorFields.nullable().default(null),
  }),
  reply: Person,
});

export const changePerson = endpoint({
  method: "PATCH",
  path: "/people/:id",
  summary: "Correct a name or an address, or note the day on which somebody left",
  may: "edit people",
  params,
  body: PersonFields.partial().extend({ leftOn: Day.nullable().optional() }),
  reply: Person,
});

export const changeLearner = endpoint({
  method: "PUT",
  path: "/people/:id/learner",
  summary: "A learner's class and campus; duties toward the class follow at once",
  may: "edit people",
  params,
  body: LearnerFields,
  reply: Person,
});

export const addStanding = endpoint({
  method: "POST",
  path: "/people/:id/standings",
  summary: "A learner's phase and status from a day on; what came before stays on record",
  may: "edit people",
  params,
  body: StandingFields,
  reply: Person,
});

export const changeEducator = endpoint({
  method: "PUT",
  path: "/people/:id/educator",
  summary: "An educator's department, campus, skills and languages: their own, or for an office",
  may: "take part",
  params,
  body: EducatorFields,
  reply: Person,
});

export const setPlaces = endpoint({
  method: "PUT",
  path: "/people/:id/places",
  summary: "How many learners an educator takes in each program: their own, or for an office",
  may: "take part",
  params,
  body: z.object({ places: Places }),
  reply: Person,
});

export const setTerms = endpoint({
  method: "PUT",
  path: "/people/:id/terms",
  summary: "An educator's pause with its day of return: their own, or for an office, which also sets the paid time",
  may: "take part",
  params,
  body: z.object({
    pausedUntil: Day.nullable(),
    effortPercent: z.number({ error: "Write a percentage." }).min(0).max(100, "At most 100.").optional(),
  }),
  reply: Person,
});
