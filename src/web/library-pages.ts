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
    path: "/library/sources",
    title: "Sources",
    may: "review library",
    load: () => import("../library/screens/sources.tsx").then((file) => file.SourcesScreen),
  },
  {
    path: "/library/write/source",
    title: "Source",
    may: "review library",
    load: () => import("../library/screens/write-source.tsx").then((file) => file.WriteSource),
  },
  {
    path: "/library/write/claim",
    title: "Write a claim",
    may: "review library",
    load: () => import("../library/screens/write-claim.tsx").then((file) => file.WriteClaim),
  },
  {
    path: "/library/write/article",
    title: "Write an article",
    may: "review library",
    load: () => import("../library/screens/write-article.tsx").then((file) => file.WriteArticle),
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
