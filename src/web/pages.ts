// All pages: address, title, who finds it, and the screen, loaded when it is first opened.
import { programs } from "../programs/program.ts";
import type { PageEntry } from "./page-entry.ts";
import { laneOf } from "./ui/lanes.ts";

export const pages: PageEntry[] = [
  {
    path: "/",
    title: "Home",
    nav: { group: "main", icon: "home" },
    load: () => import("../desk/screens/home.tsx").then((file) => file.Home),
  },
  {
    path: "/desk",
    title: "Desk",
    may: "see relationships",
    nav: { group: "main", icon: "list" },
    load: () => import("../desk/screens/desk.tsx").then((file) => file.Desk),
  },
  {
    path: "/proposals",
    title: "Proposals",
    nav: { group: "main", icon: "sign", isOfPair: true },
    load: () => import("../matching/screens/proposals.tsx").then((file) => file.Proposals),
  },
  {
    path: "/ask",
    title: "Ask",
    may: "learner",
    nav: { group: "main", icon: "send" },
    load: () => import("../requests/screens/ask.tsx").then((file) => file.Ask),
  },
  {
    path: "/requests/:requestId",
    title: "Request",
    load: () => import("../requests/screens/request.tsx").then((file) => file.RequestScreen),
  },
  {
    path: "/matching",
    title: "Matching",
    may: "run matches",
    nav: { group: "main", icon: "match" },
    load: () => import("../matching/screens/runs.tsx").then((file) => file.Runs),
  },
  {
    path: "/matching/:runId",
    title: "Match desk",
    may: "run matches",
    load: () => import("../matching/screens/match-desk.tsx").then((file) => file.MatchDesk),
  },
  {
    path: "/agreements",
    title: "Ground rules",
    load: () => import("../agreements/screens/relationships.tsx").then((file) => file.Relationships),
  },
  {
    path: "/agreements/:relationshipId",
    title: "Ground rules",
    load: () => import("../agreements/screens/agreement.tsx").then((file) => file.AgreementScreen),
  },
  {
    path: "/relationships",
    title: "Relationships",
    may: "see relationships",
    nav: { group: "main", icon: "users" },
    load: () => import("../agreements/screens/relationships.tsx").then((file) => file.Relationships),
  },
  {
    path: "/people",
    title: "People",
    nav: { group: "main", icon: "user" },
    load: () => import("../people/screens/people.tsx").then((file) => file.PeopleScreen),
  },
  {
    path: "/people/:personId",
    title: "One person",
    load: () => import("../desk/screens/person.tsx").then((file) => file.PersonScreen),
  },
  {
    path: "/wall",
    title: "The wall",
    nav: { group: "main", icon: "wall" },
    load: () => import("../wall/screens/wall.tsx").then((file) => file.WallScreen),
  },
  {
    path: "/training",
    title: "Training",
    may: "see people",
    nav: { group: "main", icon: "cap" },
    load: () => import("../training/screens/training.tsx").then((file) => file.TrainingScreen),
  },
  {
    path: "/import",
    title: "Import",
    may: "import people",
    nav: { group: "main", icon: "upload" },
    load: () => import("../intake/screens/import.tsx").then((file) => file.ImportScreen),
  },
  {
    path: "/charters",
    title: "Charters",
    load: () => import("../programs/screens/charters.tsx").then((file) => file.ChartersScreen),
  },
  ...programs.map((program): PageEntry => ({
    path: `/charters/${program}`,
    title: laneOf(program).word,
    given: { program },
    nav: { group: "programs", icon: laneOf(program).icon, lane: program },
    load: () => import("../wall/screens/charter.tsx").then((file) => file.CharterScreen),
  })),
  {
    path: "/who-sees-what",
    title: "Who sees what",
    nav: { group: "know", icon: "eye" },
    load: () => import("../desk/screens/who-sees-what.tsx").then((file) => file.WhoSeesWhat),
  },
  {
    path: "/who-looked",
    title: "Who looked",
    nav: { group: "know", icon: "search" },
    load: () => import("../people/screens/who-looked.tsx").then((file) => file.WhoLooked),
  },
  {
    path: "/where-to-turn",
    title: "Where to turn",
    nav: { group: "know", icon: "help" },
    load: () => import("../requests/screens/where-to-turn.tsx").then((file) => file.WhereToTurn),
  },
  {
    path: "/account",
    title: "Your account",
    load: () => import("../people/screens/account.tsx").then((file) => file.AccountScreen),
  },
  {
    path: "/access",
    title: "Access",
    may: "manage access",
    nav: { group: "school", icon: "key" },
    load: () => import("../people/screens/access.tsx").then((file) => file.AccessScreen),
  },
  {
    path: "/found/:secret",
    title: "Found a school",
    frame: "bare",
    load: () => import("../programs/screens/found.tsx").then((file) => file.Found),
  },
  {
    path: "/reference",
    title: "The API",
    frame: "bare",
    load: () => import("./reference/reference.tsx").then((file) => file.Reference),
  },
  {
    path: "/states",
    title: "Components and states",
    frame: "none",
    load: () => import("./ui/gallery.tsx").then((file) => file.Gallery),
  },
  {
    path: "/sign-in",
    title: "Sign in",
    frame: "bare",
    load: () => import("../people/screens/sign-in.tsx").then((file) => file.SignIn),
  },
  {
    path: "/welcome/:secret",
    title: "Welcome",
    frame: "bare",
    load: () => import("../people/screens/welcome.tsx").then((file) => file.Welcome),
  },
];
