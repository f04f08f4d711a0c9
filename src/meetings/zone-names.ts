// The names of time zones, as server and browser both know them.

/** To choose from. UTC is a zone like any other, which the list leaves out. */
export const zones: readonly string[] = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])];

/**
 * Browsers name a zone by its present name or by an older one, Asia/Kolkata or Asia/Calcutta: each that the clock knows
 * is one. An offset is none, since it keeps no clock.
 */
export function isZone(name: string): boolean {
  return zones.includes(name) || (/^[A-Z][A-Za-z]+\/[\w/+-]+$/.test(name) && isKnown(name));
}

/** What can be chosen, with the one that is chosen already, whatever it is called. */
export function zoneOptions(chosen: string): { value: string; word: string }[] {
  const all = zones.includes(chosen) ? zones : [chosen, ...zones];
  return all.map((value) => ({ value, word: value.replaceAll("_", " ") }));
}

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
