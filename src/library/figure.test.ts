// Figures and tables of a text: what becomes one, what belongs to it, and what stays as it was typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { passagesOf } from "./cutting.ts";
import { blocksOf, plainOf } from "./markdown.ts";
import { wordsOf } from "./passage.ts";
import { hitBegins, hitEnds, segmentsOf } from "./segments.ts";

const figure = "```shares\nIdentity [^goal-identity]\nConduct, at work [^goal-conduct]\n```";
const text = `## Goals\n\nTwenty did [^goal-identity].\n\n${figure}\n\nFigure: What they said\n\nMore.`;

test("a block of shares is data: words, and the claim whose numbers are drawn", () => {
  const [shares] = blocksOf(`${figure}\n\nFigure: What they *said*`);
  assert.deepEqual(shares, {
    kind: "shares",
    rows: [
      { label: "Identity", claim: "goal-identity" },
      { label: "Conduct, at work", claim: "goal-conduct" },
    ],
    caption: [
      { kind: "text", text: "What they " },
      { kind: "em", children: [{ kind: "text", text: "said" }] },
    ],
  });
});

test("what is not whole stays the code that was typed", () => {
  const wrong = [
    "```shares\n```",
    "```shares\nNo claim\n```",
    "```shares\nTwo [^a] [^b]\n```",
    "```shares\n[^a]\n```",
    "```shares more\nWords [^a]\n```",
    `\`\`\`shares\n${"Words [^a]\n".repeat(21)}\`\`\``,
    `\`\`\`shares\n${"long".repeat(40)} [^a]\n\`\`\``,
  ];
  assert.deepEqual(
    wrong.map((words) => blocksOf(words).map(({ kind }) => kind)),
    wrong.map(() => ["code"]),
  );
});

test("a figure stands with the text that leads to it, cites its claims, and comes back as it was typed", () => {
  const passages = passagesOf(text, "Title");
  assert.deepEqual(
    passages.map(({ claims }) => claims),
    [["goal-identity", "goal-conduct"], []],
  );
  assert.equal(wordsOf(passages, "Title"), text);
  assert.equal(plainOf(passages[0]!.words), "Twenty did. What they said Identity Conduct, at work");
  assert.deepEqual(passagesOf(wordsOf(passages), "Title"), passages);
});

test("a figure that nothing leads to is a passage of its own, and no caption belongs to what is none", () => {
  assert.equal(passagesOf(`## Goals\n\n${figure}`, "Title").length, 1);
  assert.equal(passagesOf("Words.\n\nFigure: Not one\n\nTable: Not one", "Title").length, 3);
  const kinds = blocksOf("| a |\n|---|\n| b |\n\nFigure: No table's").map(({ kind }) => kind);
  assert.deepEqual(kinds, ["table", "paragraph"]);
});

test("a hit on the mark of a citation or of a fence is none", () => {
  const hit = (words: string) => `${hitBegins}${words}${hitEnds}`;
  const found = segmentsOf(
    `${hit("Coaches")} do [^${hit("goal-identity")}].\n\n\`\`\`${hit("shares")}\nIn words [^a]\n\`\`\``,
  );
  assert.deepEqual(found, [
    { text: "Coaches", isHit: true },
    { text: " do. In words", isHit: false },
  ]);
});
