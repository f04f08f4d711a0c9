// Where to turn besides the three programs: help in an emergency, help in confidence, where mistreatment is told, and other
// offices. A school writes its own list; until then there are starting values, and every screen says that they are.
import { z } from "zod";

export const resourceKinds = ["emergency", "confidential", "mistreatment", "office"] as const;
type ResourceKind = (typeof resourceKinds)[number];

export const kindWords: Record<ResourceKind, string> = {
  emergency: "In an emergency",
  confidential: "In confidence",
  mistreatment: "When somebody is mistreated",
  office: "Other offices",
};

export const Resource = z.object({
  kind: z.enum(resourceKinds, { error: "Must be emergency, confidential, mistreatment or office." }),
  name: z.string().trim().min(1, "Write what it is called.").max(120, "Keep it to 120 characters."),
  /** A telephone number, an address, a room, opening hours. */
  reach: z.string().trim().min(1, "Write how one reaches it.").max(300, "Keep it to 300 characters."),
  /** What it is good for, and what is confidential there. */
  note: z.string().trim().max(300, "Keep it to 300 characters."),
});
export type Resource = z.infer<typeof Resource>;

export const ResourceList = z.object({
  /** 0: the starting values, which nobody in this school has looked at yet. */
  version: z.number().int(),
  items: z.array(Resource),
});
export type ResourceList = z.infer<typeof ResourceList>;

/** True anywhere, or said to be of one country; nothing here is a school's own. */
export const firstResources: Resource[] = [
  {
    kind: "emergency",
    name: "Emergency services",
    reach: "911 in the United States and Canada, 112 in the European Union, 999 in the United Kingdom",
    note: "When somebody is in danger now. A patient's emergency goes by your hospital's own number.",
  },
  {
    kind: "emergency",
    name: "988 Suicide and Crisis Lifeline",
    reach: "Call or text 988 in the United States or Canada, day and night",
    note: "For yourself, or when you worry about somebody. In other countries: findahelpline.com.",
  },
  {
    kind: "confidential",
    name: "Student and resident counseling",
    reach: "Your school has not entered its own yet. Your dean's office knows how to reach it.",
    note: "Ask there what stays confidential before you begin.",
  },
  {
    kind: "mistreatment",
    name: "Reporting mistreatment",
    reach: "Your school has not entered its own yet. Your dean's office knows who takes reports.",
    note: "Ask there whether you can tell it without your name.",
  },
  {
    kind: "office",
    name: "Student affairs, or your residency's office",
    reach: "Your school has not entered its own yet.",
    note: "Money, housing, access and everything else that is none of the three programs.",
  },
];

/** What stands first where words may tell of danger or mistreatment. */
export function urgentOf(items: Resource[]): Resource[] {
  return items.filter(({ kind }) => kind !== "office");
}

export function officesOf(items: Resource[]): Resource[] {
  return items.filter(({ kind }) => kind === "office");
}
