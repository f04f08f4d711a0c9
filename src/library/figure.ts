// A figure as data: a fenced block that names claims, whose shares a screen draws. It holds words and keys, and no numbers: they
// are the claims', so that a figure never says anything else than they do.

export interface SharesRow {
  label: string;
  /** The key of its claim. */
  claim: string;
}

/** The word after the fence: ```shares. */
export const sharesFence = "shares";

const rowsMost = 20;
const labelMost = 120;
const row = /^(.*\S)\s*\[\^([a-z0-9-]+)\]$/;

/** Each line is words and one claim, as a text cites it; null where it is anything else, and then stays the code that was typed. */
export function sharesIn(text: string): SharesRow[] | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const rows = lines.map((line) => {
    const [, label = "", claim = ""] = row.exec(line.trim()) ?? [];
    return { label, claim };
  });
  const isFigure = rows.every(({ label, claim }) => claim !== "" && label.length <= labelMost && !label.includes("[^"));
  return isFigure && rows.length > 0 && rows.length <= rowsMost ? rows : null;
}
