// The names of time zones, as server and browser both know them.

/** UTC is a zone like any other, which the list leaves out. */
export const zones: readonly string[] = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])];

export function isZone(name: string): boolean {
  return zones.includes(name);
}
