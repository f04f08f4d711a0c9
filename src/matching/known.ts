// For entries that the code itself put there.

/** The value, which only a bug could leave out. */
export function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("an entry is missing that was written before");
  return value;
}
