// All pages: address, title, who finds it, and the screen, loaded when it is first opened.
import type { PageEntry } from "./page-entry.ts";

export const pages: PageEntry[] = [
  {
    path: "/states",
    title: "Components and states",
    bare: true,
    load: () => import("./ui/gallery.tsx").then((file) => file.Gallery),
  },
];
