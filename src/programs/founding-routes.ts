// Handlers of founding a school.
import { Refusal } from "../core/refusal.ts";
import { type Route, serveOpen } from "../http/serve.ts";
import { addOfficer, foundSchool } from "../people/school-store.ts";
import { bringLibrary } from "../library/first-store.ts";
import { hashOfPassword } from "../people/secrets.ts";
import { passwordRefusal } from "../people/sign-in.ts";
import { openSession, setPassword } from "../people/steward-store.ts";
import { firstCharters, firstRules } from "./first.ts";
import { foundSchoolHere, getFounding } from "./founding-contract.ts";
import { isFoundingLink, useFoundingLink } from "./founding-store.ts";

export const foundingRoutes: Route[] = [
  serveOpen(getFounding, async ({ door, params }) => {
    if (!(await door.asSteward((tx) => isFoundingLink(tx, params.secret))))
      throw new Refusal(
        "absent",
        "founding.absent",
        "This link has been used or replaced. Start Chiron again to get a new one.",
      );
    return { open: true } as const;
  }),

  serveOpen(foundSchoolHere, async ({ door, params, body, setSession }) => {
    const refusal = passwordRefusal(body.password, [body.givenName, body.familyName, body.name]);
    if (refusal !== null) throw refusal;
    const hash = await hashOfPassword(body.password);
    setSession(
      await door.asSteward(async (tx) => {
        await useFoundingLink(tx, params.secret);
        const schoolId = await foundSchool(tx, body, { rules: firstRules, charters: firstCharters });
        await bringLibrary(tx, schoolId);
        const founder = await addOfficer(tx, schoolId, { ...body, offices: ["administrator"] });
        await setPassword(tx, founder, hash);
        return openSession(tx, founder, "Founded the school");
      }),
    );
    return { done: true } as const;
  }),
];
