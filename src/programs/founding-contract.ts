// Founding a school with the one-time link that a new server prints.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

const Secret = z.object({ secret: z.string().min(20).max(200) });

export const getFounding = endpoint({
  method: "GET",
  path: "/foundings/:secret",
  summary: "Whether a founding link still works",
  may: "anyone",
  params: Secret,
  reply: z.object({ open: z.literal(true) }),
});

const zones = new Set(Intl.supportedValuesOf("timeZone"));

export const foundSchoolHere = endpoint({
  method: "POST",
  path: "/foundings/:secret",
  summary: "Found the school and become its first administrator",
  may: "anyone",
  params: Secret,
  body: z.object({
    name: z.string().trim().min(1, "Write the school's name.").max(200),
    slug: z.string().regex(/^[a-z0-9-]{2,40}$/, "Use 2 to 40 small letters, digits or hyphens."),
    timeZone: z
      .string()
      .refine(
        (zone) => zone === "UTC" || zones.has(zone),
        "Choose a time zone from the list, such as America/New_York.",
      ),
    givenName: z.string().trim().min(1, "Write your given name.").max(200),
    familyName: z.string().trim().min(1, "Write your family name.").max(200),
    email: z.email("Write an email address, such as you@school.edu."),
    password: z.string().max(256),
  }),
  reply: z.object({ done: z.literal(true) }),
});
