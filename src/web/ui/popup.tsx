// A button that opens a panel: a popover on a desk, a sheet from below on a phone. Escape or a press outside closes it.
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";

// The panel's behaviour is large and most pages are read without opening one, so it comes with the first touch.
const load = () => import("./popup-panel.tsx");
const PopupPanel = lazy(() => load().then((file) => ({ default: file.PopupPanel })));

type PopupProps = {
  /** The panel's name for screen readers. */
  label: string;
  /** What stands on the button. */
  words: ReactNode;
  /** The button's look: "button", "seen-chip", "icon-button". */
  className?: string;
  narrow?: boolean;
  children: (close: () => void) => ReactNode;
};

/** The focus goes into the panel and comes back to the button. */
export function Popup({ label, words, className = "button", narrow = false, children }: PopupProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        ref={button}
        className={className}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setOpen(!isOpen)}
      >
        {words}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <PopupPanel label={label} narrow={narrow} button={button} onClose={close}>
            {children(close)}
          </PopupPanel>
        </Suspense>
      )}
    </>
  );
}
