// What was done, said without moving the reader: with a way back where there is one.
import { useSyncExternalStore } from "react";
import { Button, IconButton } from "./button.tsx";

interface Toast {
  id: number;
  words: string;
  takeBack?: () => unknown;
}

let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();
const plainSeconds = 8;

/**
 * Says what was done: `toast("3 reminders sent", () => undo.mutate({}))`. With a way back it stays until the reader
 * closes it; without, it goes after 8 seconds. The newest three are shown.
 */
export function toast(words: string, takeBack?: () => unknown): void {
  last += 1;
  const id = last;
  change([...toasts.slice(-2), { id, words, ...(takeBack ? { takeBack } : {}) }]);
  if (!takeBack) setTimeout(() => dismiss(id), plainSeconds * 1000);
}

/** Where toasts appear; once in the frame. */
export function Toasts() {
  const shown = useSyncExternalStore(listen, () => toasts);
  return (
    <section className="toasts" aria-label="What was done" aria-live="polite">
      {shown.map(({ id, words, takeBack }) => (
        <div key={id} className="toast">
          <p>{words}</p>
          {takeBack && (
            <Button
              small
              icon="undo"
              onClick={() => {
                dismiss(id);
                takeBack();
              }}
            >
              Take back
            </Button>
          )}
          <IconButton icon="x" label={`Close: ${words}`} onClick={() => dismiss(id)} />
        </div>
      ))}
    </section>
  );
}

function dismiss(id: number): void {
  change(toasts.filter((one) => one.id !== id));
}

function change(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
