// What somebody is writing, kept in this tab until it is saved: neither a refusal, nor a reload, nor signing in again takes it
// away. It leaves with the tab, so that nothing stays behind on a shared machine.
import { useState } from "react";
import { useMe } from "./me.ts";

export interface Draft<T> {
  written: T;
  /** The version that was there when they began, which the next one names. */
  base: number;
  set: (changed: Partial<T>) => void;
  /** Takes a newer version for the one that is changed, with what was typed as it is. */
  rebase: (base: number) => void;
  /** Once it is saved. */
  forget: () => void;
  /** Back to what there was, at the newest version. */
  discard: () => void;
  /** Something is typed that is not saved. */
  isTyped: boolean;
}

/** `name` says what is written, `base` and `begin` are what it begins with. */
export function useDraft<T extends object>(name: string, base: number, begin: T): Draft<T> {
  const { personId } = useMe();
  const place = `chiron.draft.${personId}.${name}`;
  const [{ at, written, isTyped }, setState] = useState(() => {
    const before = keptIn(place);
    if (before === null) return { at: base, written: begin, isTyped: false };
    return { at: before.at, written: { ...begin, ...before.written }, isTyped: true };
  });
  const keep = (next: { at: number; written: T }) => {
    setState({ ...next, isTyped: true });
    keepIn(place, next);
  };
  const forget = () => keepIn(place, null);
  return {
    written,
    base: at,
    set: (changed) => keep({ at, written: { ...written, ...changed } }),
    rebase: (newest) => keep({ at: newest, written }),
    forget,
    discard: () => {
      forget();
      setState({ at: base, written: begin, isTyped: false });
    },
    isTyped,
  };
}

function keptIn(place: string): { at: number; written: object } | null {
  try {
    const { at, written } = JSON.parse(sessionStorage.getItem(place) ?? "null") ?? {};
    return typeof at === "number" && typeof written === "object" && written !== null ? { at, written } : null;
  } catch {
    return null;
  }
}

function keepIn(place: string, what: object | null): void {
  try {
    if (what === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(what));
  } catch {
    // A browser that keeps nothing still has it on the page.
  }
}
