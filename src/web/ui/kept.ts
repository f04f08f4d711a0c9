// What this device remembers for its reader. A browser that keeps nothing still shows the choice until the page is closed.

/** The words kept under a name; null when there are none. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`chiron.${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, words: string): void {
  try {
    localStorage.setItem(`chiron.${name}`, words);
  } catch {
    // Nothing is lost but the memory of it.
  }
}
