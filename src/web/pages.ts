// All pages: address, title, who finds it, and the screen, loaded when it is first opened.
import type { PageEntry } from "./page-entry.ts";

export const pages: PageEntry[] = [
  {
    path: "/states",
    title: "Components and states",
    frame: "none",
    load: () => import("./ui/gallery.tsx").then((file) => file.Gallery),
  },
  {
    path: "/desk",
    title: "Desk",
    may: "see relationships",
    nav: { group: "main", icon: "list" },
    load: () => import("../desk/screens/desk.tsx").then((file) => file.Desk),
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
    path: "/proposals",
    title: "Proposed to you",
    load: () => import("../matching/screens/proposals.tsx").then((file) => file.Proposals),
  },
  {
    path: "/wall",
    title: "The wall",
    may: "see wall",
    nav: { group: "main", icon: "wall" },
    load: () => import("../wall/screens/wall.tsx").then((file) => file.WallScreen),
  },
  {
    path: "/charters",
    title: "Charters",
    nav: { group: "know", icon: "file" },
    load: () => import("../programs/screens/charters.tsx").then((file) => file.ChartersScreen),
  },
  {
    path: "/charters/:program",
    title: "Charter",
    load: () => import("../wall/screens/charter.tsx").then((file) => file.CharterScreen),
  },
  {
    path: "/training",
    title: "Training and effort",
    may: "see people",
    nav: { group: "main", icon: "cap" },
    load: () => import("../training/screens/training.tsx").then((file) => file.TrainingScreen),
  },
  {
    path: "/who-sees-what",
    title: "Who sees what",
    nav: { group: "know", icon: "eye" },
    load: () => import("../desk/screens/who-sees-what.tsx").then((file) => file.WhoSeesWhat),
  },
  {
    path: "/found/:secret",
    title: "Found your school",
    frame: "none",
    load: () => import("../programs/screens/found.tsx").then((file) => file.Found),
  },
];
