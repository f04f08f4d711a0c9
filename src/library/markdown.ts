// Markdown as data. What comes out holds only what is named here, and a screen makes elements of it one by one: there is no
// step at which text becomes HTML, so none that could let a tag, a script or an address through.
import { type Token, type Tokens, Marked } from "marked";
import { sharesFence, sharesIn, type SharesRow } from "./figure.ts";

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "em"; children: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "link"; href: string; children: Inline[] }
  | { kind: "claim"; key: string }
  | { kind: "break" };

export type Block =
  | { kind: "paragraph"; children: Inline[] }
  | { kind: "list"; isOrdered: boolean; items: Block[][] }
  | { kind: "table"; head: Inline[][]; rows: Inline[][][]; caption: Inline[] }
  | { kind: "shares"; rows: SharesRow[]; caption: Inline[] }
  | { kind: "quote"; children: Block[] }
  | { kind: "code"; text: string };

const marked = new Marked({ gfm: true });

/** What lists and quotes may hold of each other; deeper ones are text. A text of ours needs two. */
const deepest = 6;

export function blocksOf(markdown: string): Block[] {
  return captioned(tokensOf(markdown).flatMap((token) => blockOf(token, 0)));
}

/** The top of the text, for whoever cuts it into passages. */
export function tokensOf(markdown: string): Token[] {
  return marked.lexer(markdown);
}

function blockOf(token: Token, depth: number): Block[] {
  if (depth > deepest) return [{ kind: "paragraph", children: [{ kind: "text", text: token.raw }] }];
  switch (token.type) {
    case "space":
    case "hr":
      return [];
    case "def":
      // Would vanish, and could cite a claim where nobody sees it.
      return [{ kind: "paragraph", children: withClaims(token.raw.trim()) }];
    case "list": {
      const { ordered, items } = token as Tokens.List;
      return [
        {
          kind: "list",
          isOrdered: ordered,
          items: items.map((item) => item.tokens.flatMap((inner) => blockOf(inner, depth + 1))),
        },
      ];
    }
    case "table": {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: Tokens.TableCell[]) => row.map((cell) => inlinesOf(cell.tokens, 0));
      return [{ kind: "table", head: cells(header), rows: rows.map(cells), caption: [] }];
    }
    case "blockquote":
      return [
        { kind: "quote", children: (token as Tokens.Blockquote).tokens.flatMap((inner) => blockOf(inner, depth + 1)) },
      ];
    case "code":
      return [codeOf(token as Tokens.Code)];
    default:
      return [{ kind: "paragraph", children: inlinesOf(innerOf(token), 0) }];
  }
}

function codeOf(token: Tokens.Code): Block {
  const rows = isShares(token) ? sharesIn(token.text) : null;
  return rows === null ? { kind: "code", text: token.text } : { kind: "shares", rows, caption: [] };
}

/** Whether a fenced block asks to be drawn as shares. */
export function isShares(token: Token): boolean {
  return token.type === "code" && (token as Tokens.Code).lang === sharesFence;
}

/** The tokens in a token; what has none is taken as it was written. */
function innerOf(token: Token): Token[] {
  const inner = "tokens" in token ? token.tokens : undefined;
  return inner ?? [{ type: "text", raw: token.raw, text: token.raw }];
}

function inlinesOf(tokens: Token[], depth: number): Inline[] {
  return joined(tokens.map((token) => inlineOf(token, depth))).flatMap((node) =>
    node.kind === "text" ? withClaims(node.text) : [node],
  );
}

function inlineOf(token: Token, depth: number): Inline {
  if (depth > deepest) return { kind: "text", text: token.raw };
  const children = () => inlinesOf(innerOf(token), depth + 1);
  switch (token.type) {
    case "strong":
    case "em":
      return { kind: token.type, children: children() };
    case "codespan":
      return { kind: "code", text: (token as Tokens.Codespan).text };
    case "br":
      return { kind: "break" };
    case "escape":
      return { kind: "text", text: (token as Tokens.Escape).text };
    case "link": {
      const { href } = token as Tokens.Link;
      // An address that is not one of ours stays what was typed.
      return isSafe(href) ? { kind: "link", href, children: children() } : { kind: "text", text: token.raw };
    }
    default:
      return { kind: "text", text: token.raw };
  }
}

/** Another site over TLS, a mail address, or a page of this one. */
function isSafe(href: string): boolean {
  if (/[\p{Cc}\s\\]/u.test(href)) return false;
  return /^(https:\/\/[^/]|mailto:[^/]|\/(?!\/)|#)/i.test(href);
}

function joined(nodes: Inline[]): Inline[] {
  return nodes.reduce<Inline[]>((done, node) => {
    const last = done.at(-1);
    if (node.kind === "text" && last?.kind === "text")
      return [...done.slice(0, -1), { kind: "text", text: last.text + node.text }];
    return [...done, node];
  }, []);
}

const claimMark = /\[\^([a-z0-9-]+)\]/;

function withClaims(text: string): Inline[] {
  return text.split(claimMark).flatMap((piece, at): Inline[] => {
    if (at % 2 === 1) return [{ kind: "claim", key: piece }];
    return piece === "" ? [] : [{ kind: "text", text: piece }];
  });
}

/** What begins the paragraph under a table, or under a figure, that is its caption. */
const captionMarks = { table: "Table: ", shares: "Figure: " } as const;

/** Whether a paragraph is the caption of what stands before it, both as they were typed. */
export function isCaptionOf(before: string, paragraph: string): boolean {
  if (paragraph.startsWith(captionMarks.table)) return /(^|\n)\|[^\n]*$/.test(before);
  return paragraph.startsWith(captionMarks.shares) && /(^|\n)(```+|~~~+)$/.test(before);
}

function captioned(blocks: Block[]): Block[] {
  return blocks.flatMap((block, at) => {
    const [before, next] = [blocks[at - 1], blocks[at + 1]];
    if (next !== undefined && isCaptioned(block) && isCaption(next, block.kind))
      return [{ ...block, caption: captionIn(next, block.kind) }];
    return before !== undefined && isCaptioned(before) && isCaption(block, before.kind) ? [] : [block];
  });
}

type Captioned = Extract<Block, { kind: keyof typeof captionMarks }>;
type Paragraph = Extract<Block, { kind: "paragraph" }>;

function isCaptioned(block: Block): block is Captioned {
  return block.kind === "table" || block.kind === "shares";
}

function isCaption(block: Block, of: keyof typeof captionMarks): block is Paragraph {
  const first = block.kind === "paragraph" ? block.children[0] : undefined;
  return first?.kind === "text" && first.text.startsWith(captionMarks[of]);
}

function captionIn({ children: [first, ...rest] }: Paragraph, of: keyof typeof captionMarks): Inline[] {
  return first?.kind === "text" ? [{ kind: "text", text: first.text.slice(captionMarks[of].length) }, ...rest] : rest;
}

/** The words alone, for a search's answer, for counting and for reading aloud. */
export function plainOf(markdown: string): string {
  return blocksOf(markdown).map(blockWords).filter(Boolean).join(" ").replace(/\s+/g, " ").trim();
}

function blockWords(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return inlineWords(block.children);
    case "list":
      return block.items.map((item) => item.map(blockWords).join(" ")).join(" ");
    case "table":
      return [block.caption, ...block.head, ...block.rows.flat()].map(inlineWords).join(" ");
    case "shares":
      return [inlineWords(block.caption), ...block.rows.map(({ label }) => label)].join(" ");
    case "quote":
      return block.children.map(blockWords).join(" ");
    case "code":
      return block.text;
  }
}

function inlineWords(nodes: Inline[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "text" || node.kind === "code") return node.text;
      if (node.kind === "claim") return "";
      return node.kind === "break" ? " " : inlineWords(node.children);
    })
    .join("")
    .replace(/ +([.,;:])/g, "$1");
}
