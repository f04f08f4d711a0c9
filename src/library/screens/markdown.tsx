// Markdown on a screen: elements made one by one out of library/markdown.ts. No text ever becomes HTML here.
import type { ReactNode } from "react";
import { Link } from "../../web/ui/link.tsx";
import type { CiteOf } from "../article.ts";
import { type Block, blocksOf, type Inline } from "../markdown.ts";
import { MarkdownTable } from "./markdown-table.tsx";
import { Shares } from "./shares.tsx";

export function Markdown({ words, cite }: { words: string; cite: CiteOf }) {
  return (
    <div className="prose passage-block">
      {blocksOf(words).map((block, at) => (
        <BlockView key={at} block={block} cite={cite} />
      ))}
    </div>
  );
}

function BlockView({ block, cite }: { block: Block; cite: CiteOf }): ReactNode {
  const inline = (nodes: Inline[]) => <Inlines nodes={nodes} cite={cite} />;
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Inlines nodes={block.children} cite={cite} />
        </p>
      );
    case "list": {
      const items = block.items.map((item, at) => (
        <li key={at}>
          <ItemView blocks={item} cite={cite} />
        </li>
      ));
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return (
        <MarkdownTable
          head={block.head.map(inline)}
          rows={block.rows.map((row) => row.map(inline))}
          caption={captionOf(block.caption, cite)}
        />
      );
    case "shares":
      return (
        <Shares
          rows={block.rows.map((row) => ({
            ...row,
            cited: cite(row.claim),
            mark: <Cite claim={row.claim} cite={cite} />,
          }))}
          caption={captionOf(block.caption, cite)}
        />
      );
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={block.children} cite={cite} />
        </blockquote>
      );
    case "code":
      return <pre>{block.text}</pre>;
  }
}

function Blocks({ blocks, cite }: { blocks: Block[]; cite: CiteOf }) {
  return blocks.map((block, at) => <BlockView key={at} block={block} cite={cite} />);
}

/** A line of a list is a line, and no paragraph in it. */
function ItemView({ blocks, cite }: { blocks: Block[]; cite: CiteOf }) {
  return blocks.map((block, at) =>
    block.kind === "paragraph" ? (
      <Inlines key={at} nodes={block.children} cite={cite} />
    ) : (
      <BlockView key={at} block={block} cite={cite} />
    ),
  );
}

function captionOf(nodes: Inline[], cite: CiteOf): ReactNode {
  return nodes.length === 0 ? null : <Inlines nodes={nodes} cite={cite} />;
}

function Inlines({ nodes, cite }: { nodes: Inline[]; cite: CiteOf }) {
  return nodes.map((node, at) => <InlineView key={at} node={node} cite={cite} />);
}

function InlineView({ node, cite }: { node: Inline; cite: CiteOf }): ReactNode {
  switch (node.kind) {
    case "text":
      return node.text;
    case "code":
      return <code>{node.text}</code>;
    case "break":
      return <br />;
    case "strong":
      return (
        <strong>
          <Inlines nodes={node.children} cite={cite} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Inlines nodes={node.children} cite={cite} />
        </em>
      );
    case "link":
      return <LinkView {...node} cite={cite} />;
    case "claim":
      return <Cite claim={node.key} cite={cite} />;
  }
}

function LinkView({ href, children, cite }: { href: string; children: Inline[]; cite: CiteOf }) {
  const words = <Inlines nodes={children} cite={cite} />;
  if (href.startsWith("/")) return <Link href={href}>{words}</Link>;
  return (
    <a href={href} rel="noreferrer noopener">
      {words}
    </a>
  );
}

function Cite({ claim, cite }: { claim: string; cite: CiteOf }) {
  const found = cite(claim);
  if (found === null) return <span className="muted small">(a claim that is not there any more)</span>;
  return found.numbers.map((number) => (
    <a key={number} className="cite" href={`#source-${number}`}>
      <span className="vh">Source </span>
      {number}
    </a>
  ));
}
