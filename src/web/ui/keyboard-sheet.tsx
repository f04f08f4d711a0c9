// The shortcuts, listed.
import { Dialog } from "./dialog.tsx";
import { paletteKeys } from "./keys.ts";

const shortcuts: [keys: string[], what: string][] = [
  [paletteKeys, "Go to a page or a person"],
  [["?"], "Show these shortcuts"],
  [["Tab"], "Next control; with Shift, the one before"],
  [["Space"], "Tick, or press a button"],
  [["Esc"], "Close what lies on top"],
];

export function KeyboardSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" isOpen onClose={onClose}>
      <dl className="keys">
        {shortcuts.map(([keys, what]) => (
          <div key={what} className="fact">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
