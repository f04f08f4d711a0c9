// A text without the marks on its letters: "Núñez" as "Nunez".

export function unmarked(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}
