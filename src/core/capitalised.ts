// A word or a sentence with its first letter as a capital, or as it stands within a sentence.

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
