// What a learner looks for: interests and needs in words, and the educators whom they wish for or want to be kept from.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { Id } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";

const wishesMost = 60;
const Words = z
  .array(z.string().trim().min(1, "Write a word, or leave it out.").max(100, "Keep it to 100 characters."))
  .max(40, "Keep it to 40.");

/** Of one program the wishes stand in their order, the dearest first. */
const Named = z.object({ program: Program, educatorId: Id, never: z.boolean() });

export const WishFields = z.object({
  interests: Words,
  needs: Words,
  languages: Words,
  wishes: z.array(Named).max(wishesMost, `Keep it to ${wishesMost}.`),
});
export type WishFields = z.infer<typeof WishFields>;

export const Wishes = WishFields.extend({ wishes: z.array(Named.extend({ educator: z.string() })) });
export type Wishes = z.infer<typeof Wishes>;

/** Each educator once in a program, one of those who are here, and not the learner. */
export function wishRefusal(learnerId: string, { wishes }: WishFields, educators: ReadonlySet<string>): Refusal | null {
  const named = wishes.map(({ program, educatorId }) => `${program} ${educatorId}`);
  const faults = wishes.flatMap(({ program, educatorId }, at) => {
    const field = `wishes.${at}.educatorId`;
    if (educatorId === learnerId) return [{ field, because: "Name somebody else than the learner." }];
    if (!educators.has(educatorId)) return [{ field, because: "There is no educator here by that id." }];
    if (named.indexOf(`${program} ${educatorId}`) < at)
      return [{ field, because: "Name each educator once in a program." }];
    return [];
  });
  const [first] = faults;
  return first ? new Refusal("invalid", "wish.named", first.because, faults) : null;
}

/** By what the match goes: 1 is the dearest of a program, null is never. */
export function ranked({ wishes }: WishFields): { program: Program; educatorId: string; rank: number | null }[] {
  const soFar = new Map<Program, number>();
  return wishes.map(({ program, educatorId, never }) => {
    if (never) return { program, educatorId, rank: null };
    const rank = (soFar.get(program) ?? 0) + 1;
    soFar.set(program, rank);
    return { program, educatorId, rank };
  });
}
