// Light or dark, as the reader chose on this device; the system's choice until then. Applied as soon as it loads.
import { useState } from "react";

export const appearances = ["system", "light", "dark"] as const;
export type Appearance = (typeof appearances)[number];

const name = "chiron.appearance";
show(kept());

export function useAppearance(): [Appearance, (next: Appearance) => void] {
  const [appearance, setAppearance] = useState(kept);
  return [
    appearance,
    (next) => {
      setAppearance(next);
      keep(next);
      show(next);
    },
  ];
}

function show(appearance: Appearance): void {
  if (appearance === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = appearance;
}

// A browser that keeps nothing for us still shows the choice until the page is closed.
function kept(): Appearance {
  try {
    return appearances.find((one) => one === localStorage.getItem(name)) ?? "system";
  } catch {
    return "system";
  }
}

function keep(appearance: Appearance): void {
  try {
    localStorage.setItem(name, appearance);
  } catch {
    // Nothing is lost but the memory of it.
  }
}
