// What the keys are called on this computer.

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** What opens the way to any page or person. */
export const paletteKeys = [isMac ? "⌘" : "Ctrl", "K"];
