// How the app looks on this device: light or dark, wide or close. As the reader chose; applied as soon as it loads.
import { useState } from "react";
import { keep, kept } from "./kept.ts";

export const appearances = ["system", "light", "dark"] as const;
export type Appearance = (typeof appearances)[number];

export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** The first of each is what holds without a choice, and needs no mark on the page. */
const choices = {
  appearance: { values: appearances, mark: "theme" },
  density: { values: densities, mark: "density" },
} as const;
type Choices = { appearance: Appearance; density: Density };

show("appearance", keptOf("appearance"));
show("density", keptOf("density"));

/** The choice, and how to change it: on screen at once, and remembered on this device. */
export function useLook<Name extends keyof Choices>(name: Name): [Choices[Name], (next: Choices[Name]) => void] {
  const [value, setValue] = useState(() => keptOf(name));
  return [
    value,
    (next) => {
      setValue(next);
      keep(name, next);
      show(name, next);
    },
  ];
}

function show<Name extends keyof Choices>(name: Name, value: Choices[Name]): void {
  const { values, mark } = choices[name];
  if (value === values[0]) delete document.documentElement.dataset[mark];
  else document.documentElement.dataset[mark] = value;
}

function keptOf<Name extends keyof Choices>(name: Name): Choices[Name] {
  const values: readonly string[] = choices[name].values;
  const value = kept(name);
  return (value !== null && values.includes(value) ? value : values[0]) as Choices[Name];
}
