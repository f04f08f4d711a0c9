// Where a claim is used: the articles that rest on it, and what else names it as its reason, as far as the reader can open that.
import type { Account } from "../../people/account.ts";
import { mayOpen, type PageEntry } from "../../web/page-entry.ts";
import { clauseWords } from "../../web/ui/clause-words.ts";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Section } from "../../web/ui/page.tsx";
import { usesOf } from "../use.ts";

interface Page {
  name: string;
  href: string;
  /** Who finds that page; "pair": whoever guides or is guided. */
  may?: PageEntry["may"] | "pair";
}

export function UsedIn({ claimKey, articles }: { claimKey: string; articles: { key: string; title: string }[] }) {
  const me = useMe();
  const pages: Page[] = [
    ...articles.map(({ key, title }) => ({ name: `Article: ${title}`, href: `/library/${key}` })),
    ...usesOf(claimKey)
      .flatMap(pagesOf)
      .filter(({ may }) => canOpen(may, me)),
  ];
  const once = [...new Map(pages.map((page) => [page.name, page])).values()];
  return (
    <Section title="Where this is used">
      {once.length === 0 ? (
        <p className="muted">Nothing that you can open rests on it today.</p>
      ) : (
        <ul role="list" className="used-in">
          {once.map(({ name, href }) => (
            <li key={name}>
              <Link href={href}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function canOpen(may: Page["may"], me: Account): boolean {
  return may === "pair" ? me.isLearner || me.isEducator : mayOpen({ may }, me);
}

const partWords: Record<string, string> = {
  purpose: "what it is for",
  numbers: "its numbers",
  confidentiality: "confidentiality",
  wall: "the wall",
  training: "training",
};

const rules = "Your ground rules";

/** By the names in library/use.ts. */
function pagesOf(use: string): Page[] {
  const [page, of = "", part = ""] = use.split("/");
  const charter = `/charters/${of}`;
  switch (page) {
    case "charter":
      return [{ name: `Charter of ${of}: ${partWords[part]}`, href: charter }];
    case "rules":
      return [
        { name: "Charters: ground rules as a whole", href: "/charters" },
        { name: `${rules} as a whole`, href: "/agreements", may: "pair" },
      ];
    case "rule": {
      const { title } = clauseWords(part);
      return [
        { name: `Charter of ${of}, ground rule: ${title}`, href: charter },
        { name: `${rules}: ${title}`, href: "/agreements", may: "pair" },
      ];
    }
    case "agenda":
      return [{ name: `Agenda of a meeting in ${of}`, href: "/meetings", may: "pair" }];
    case "guides":
      return [{ name: "Guides for a session", href: "/goals#guides", may: "learner" }];
    case "guide":
      return [{ name: `Guide for a session: ${of}`, href: "/goals#guides", may: "learner" }];
    case "answer":
      return [{ name: `Why a need goes to ${of}`, href: "/ask", may: "learner" }];
    case "pitfalls":
      return of === "wall"
        ? [{ name: "The wall: why there is one", href: "/wall" }]
        : [{ name: "Training and effort: why they matter", href: "/training", may: "see people" }];
    default:
      return [];
  }
}
