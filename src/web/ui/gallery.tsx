// Every component in its states, inside the frame of an invented person, to look at while building. Reached at /states.
import { useState } from "react";
import type { Account } from "../../people/account.ts";
import { capabilities } from "../../people/roles.ts";
import { programs } from "../../programs/program.ts";
import type { PageEntry } from "../page-entry.ts";
import { Forms } from "./gallery-forms.tsx";
import { Records } from "./gallery-records.tsx";
import { laneOf } from "./lanes.ts";
import { States } from "./gallery-states.tsx";
import { Page } from "./page.tsx";
import { Shell } from "./shell.tsx";
import { type Overlay, Overlays } from "./overlays.tsx";

const school = {
  schoolId: "1",
  name: "Wexcombe School of Medicine",
  slug: "wexcombe",
  timeZone: "UTC",
  demo: true,
  today: "2026-11-24",
};
const me: Account = {
  personId: "1",
  givenName: "Marisol",
  familyName: "Vega",
  email: "marisol.vega@example.edu",
  offices: ["coordinator"],
  may: [...capabilities],
  isLearner: false,
  isEducator: false,
  school,
};

const load: PageEntry["load"] = () => Promise.reject(new Error("never opened"));
const pages: PageEntry[] = [
  { path: "/states", title: "Components", load, nav: { group: "main", icon: "list" } },
  { path: "/people", title: "People", load, nav: { group: "main", icon: "users" } },
  ...programs.map((lane): PageEntry => ({
    path: `/programs/${lane}`,
    title: laneOf(lane).word,
    load,
    nav: { group: "programs", icon: laneOf(lane).icon, lane },
  })),
  { path: "/who-sees-what", title: "Who sees what", load, nav: { group: "know", icon: "eye" } },
];

export function Gallery() {
  const [overlay, setOverlay] = useState<Overlay>(null);
  return (
    <Shell me={me} pages={pages} title="Components" onFind={() => setOverlay("palette")}>
      <Page
        wide
        title="Components and their states"
        lede="Empty, loading, failed and done, in the words people read."
        context="For builders. Not a screen of the product"
      >
        <Records />
        <States />
        <Forms />
      </Page>
      <Overlays pages={pages} me={me} open={overlay} setOpen={setOverlay} />
    </Shell>
  );
}
