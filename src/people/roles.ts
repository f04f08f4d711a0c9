// Who may do which act: the one table from an office to its capabilities. Migration writes it into the database,
// so that policies ask `app.may('...')` of the same rows. Nothing else mentions an office.

export const offices = ["coordinator", "director", "dean", "registrar", "reviewer", "safety", "administrator"] as const;
export type Office = (typeof offices)[number];

export const capabilities = [
  "see people",
  "edit people",
  "import people",
  "see wall",
  "approve exceptions",
  "edit charters",
  "run matches",
  "approve matches",
  "see relationships",
  "answer requests",
  "keep plans",
  "review library",
  "edit resources",
  "manage access",
] as const;
export type Capability = (typeof capabilities)[number];

export const capabilitiesOf: Record<Office, readonly Capability[]> = {
  coordinator: [
    "see people",
    "edit people",
    "import people",
    "see wall",
    "run matches",
    "see relationships",
    "answer requests",
    "keep plans",
  ],
  director: [
    "see people",
    "see wall",
    "edit charters",
    "run matches",
    "approve matches",
    "see relationships",
    "edit resources",
  ],
  dean: ["see people", "see wall", "approve exceptions", "see relationships"],
  registrar: ["see people", "edit people", "import people"],
  reviewer: ["review library"],
  safety: [],
  // Blind by design: invites people and gives offices, reads nothing of what they do.
  administrator: ["manage access", "edit resources"],
};

/** The offices that may do this, as a sentence names its doers: "A coordinator or registrar". */
export function doersOf(capability: Capability): string {
  const named = offices.filter((office) => capabilitiesOf[office].includes(capability));
  return `A ${named.join(" or ")}`;
}
