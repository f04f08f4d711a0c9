// What a PDF says of itself, read out of its objects: properties, and the tree of its tags. Reads what PDFKit writes, whose
// dictionaries stand in the file as they are.

export interface Tag {
  type: string;
  alt: string | null;
  attributes: string;
  parts: Tag[];
  /** Holds text or a picture of its own, which is on a page. */
  isMarked: boolean;
  /** How many places to press belong to it. */
  links: number;
}

export interface Pdf {
  catalog: string;
  /** By name: "Title", "Author". */
  info: Readonly<Record<string, string>>;
  root: Tag;
  /** The dictionaries of its places to press. */
  links: string[];
  bookmarks: string[];
}

export function pdfIn(bytes: Buffer): Pdf {
  const text = bytes.toString("latin1");
  const objects = new Map(
    [...text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, number = "", body = ""]) => [number, body]),
  );
  const at = (reference = "") => objects.get(/^(\d+) 0 R/.exec(reference)?.[1] ?? "") ?? "";
  const trailer = /trailer\n([\s\S]*?)\nstartxref/.exec(text)?.[1] ?? "";
  const catalog = at(/\/Root (\d+ 0 R)/.exec(trailer)?.[1]);
  const tree = at(/\/StructTreeRoot (\d+ 0 R)/.exec(catalog)?.[1]);
  const info = at(/\/Info (\d+ 0 R)/.exec(trailer)?.[1]);
  const all = [...objects.values()];
  return {
    catalog,
    info: Object.fromEntries([...info.matchAll(/\/(\w+) (\d+ 0 R)/g)].map(([, name, to]) => [name, wordsIn(at(to))])),
    root: tagOf(at(/\/K \[?(\d+ 0 R)/.exec(tree)?.[1]), at),
    links: all.filter((one) => one.includes("/Subtype /Link")),
    bookmarks: all
      .filter((one) => /\/Dest \[/.test(one))
      .map((one) => wordsIn(/\/Title (\(.*\))/.exec(one)?.[1] ?? "")),
  };
}

/** A string between brackets, of one byte or of two a sign. */
function wordsIn(written: string): string {
  const words = written.replace(/^\(|\)$/g, "").replace(/\\([()\\])/g, "$1");
  if (!words.startsWith("\u00fe\u00ff")) return words;
  return Buffer.from(words.slice(2), "latin1").swap16().toString("utf16le");
}

function tagOf(body: string, at: (reference?: string) => string): Tag {
  const kids = /\/K \[([\s\S]*?)\]\n/.exec(body)?.[1] ?? "";
  // A piece on the page is a number or a dictionary, a place to press another dictionary, a part a reference alone.
  const dictionaries = kids.match(/<<[\s\S]*?>>/g) ?? [];
  const others = kids.replace(/<<[\s\S]*?>>/g, " ");
  return {
    type: /\/S \/(\w+)/.exec(body)?.[1] ?? "?",
    alt: /\/Alt (\(.*\))/.exec(body)?.[1] ?? null,
    attributes: /\/A <<([\s\S]*?)>>/.exec(body)?.[1] ?? "",
    parts: (others.match(/\d+ 0 R/g) ?? []).map((reference) => tagOf(at(reference), at)),
    isMarked: dictionaries.some((one) => one.includes("/MCR")) || /\d/.test(others.replace(/\d+ 0 R/g, " ")),
    links: dictionaries.filter((one) => one.includes("/OBJR")).length,
  };
}

/** All parts, each before what is in it. */
export function tagsIn(tag: Tag): Tag[] {
  return [tag, ...tag.parts.flatMap(tagsIn)];
}

/** The tree as text: "Document(H1 P L(LI(Lbl LBody(P))))". */
export function shapeOf({ type, parts }: Tag): string {
  return parts.length === 0 ? type : `${type}(${parts.map(shapeOf).join(" ")})`;
}
