// The pages of the library; web/pages.ts takes them in.
import type { PageEntry } from "./page-entry.ts";

export const libraryPages: PageEntry[] = [
  {
    path: "/library",
    title: "Library",
    nav: { group: "know", icon: "book" },
    load: () => import("../library/screens/library.tsx").then((file) => file.LibraryScreen),
  },
  {
    path: "/library/review",
    title: "Review desk",
    may: "review library",
    nav: { group: "main", icon: "seal" },
    load: () => import("../library/screens/review-desk.tsx").then((file) => file.ReviewDesk),
  },
  {
    path: "/library/claims/:claimKey",
    title: "Claim",
    load: () => import("../library/screens/claim.tsx").then((file) => file.ClaimScreen),
  },
  {
    path: "/library/:articleKey",
    title: "Article",
    load: () => import("../library/screens/article.tsx").then((file) => file.ArticleScreen),
  },
];
