// A person's own account, as they and their screens see it.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import { capabilities, offices } from "./roles.ts";

export const Account = z.object({
  personId: Id,
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  offices: z.array(z.enum(offices)),
  may: z.array(z.enum(capabilities)),
  isLearner: z.boolean(),
  isEducator: z.boolean(),
  school: z.object({
    schoolId: Id,
    name: z.string(),
    slug: z.string(),
    timeZone: z.string(),
    demo: z.boolean(),
    today: Day,
  }),
});
export type Account = z.infer<typeof Account>;
