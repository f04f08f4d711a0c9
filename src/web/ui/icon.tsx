// Icons by name. An icon never stands alone: words beside it, or the name of its button, say the same.
import { type IconName, icons } from "./icons.ts";

/** One icon, hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

const symbols = Object.entries(icons)
  .map(([name, paths]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${paths}</symbol>`)
  .join("");

/** The drawings that `Icon` points to; once in each document. */
export function Sprite() {
  return <svg className="sprite" aria-hidden="true" focusable="false" dangerouslySetInnerHTML={{ __html: symbols }} />;
}
