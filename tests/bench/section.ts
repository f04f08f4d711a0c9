// One part of docs/performance.md: what was asked of it, the command, and what was seen.
export interface Section {
  title: string;
  command: string;
  /** How it was measured, and what to compare it with; whole sentences. */
  about: string;
  columns: string[];
  rows: string[][];
}
