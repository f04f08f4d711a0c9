// One change to a run's settings, as a coordinator makes it on the desk: pin, forbid, or assume.
import { plural } from "../core/plural.ts";
import { Refusal } from "../core/refusal.ts";
import type { Pair } from "./facts.ts";
import type { Change } from "./gap.ts";
import type { Settings } from "./settings.ts";

export interface Adjustment {
  pin?: Pair | undefined;
  unpin?: Pair | undefined;
  forbid?: Pair | undefined;
  allow?: Pair | undefined;
  raise?: { educatorId: string; places: number } | undefined;
  certify?: string | undefined;
  relax?: Pair | undefined;
}

/** The settings with the change in them. A pin replaces the learner's pin before and lifts a ban on the pair, and the reverse. */
export function adjusted(settings: Settings, change: Adjustment): Settings {
  if (Object.values(change).every((one) => one === undefined))
    throw new Refusal("invalid", "run.adjustment", "Say what to change: pin, forbid, raise, certify or relax.", [
      { field: "body", because: "Send at least one of them." },
    ]);
  const { pin, unpin, forbid, allow, raise, certify, relax } = change;
  let { pins, forbidden } = settings;
  let { places, certified, relaxed } = settings.assumptions;
  if (unpin) pins = without(pins, unpin);
  if (allow) forbidden = without(forbidden, allow);
  if (pin) {
    pins = [...pins.filter(({ learnerId }) => learnerId !== pin.learnerId), pin];
    forbidden = without(forbidden, pin);
  }
  if (forbid) {
    pins = without(pins, forbid);
    forbidden = [...without(forbidden, forbid), forbid];
  }
  if (raise) places = [...places.filter(({ educatorId }) => educatorId !== raise.educatorId), raise];
  if (certify) certified = [...new Set([...certified, certify])];
  if (relax) relaxed = [...without(relaxed, relax), relax];
  return { ...settings, pins, forbidden, assumptions: { places, certified, relaxed } };
}

/** Tries out a change that would place a learner. The pair is pinned: else the place could go to another who waits. */
export function tryingOut(learnerId: string, { kind, educatorId, places }: Change): Adjustment {
  const pin = { learnerId, educatorId };
  if (kind === "train") return { pin, certify: educatorId };
  return kind === "place" ? { pin, raise: { educatorId, places } } : { pin, relax: pin };
}

/** What a scenario is called when nobody names it. */
export function nameOfChange(
  { pin, unpin, forbid, allow, raise, certify, relax }: Adjustment,
  nameOf: (id: string) => string,
): string {
  const two = ({ learnerId, educatorId }: Pair): string => `${nameOf(learnerId)} and ${nameOf(educatorId)}`;
  const told = [
    pin && `Keep ${two(pin)}`,
    forbid && `Never ${two(forbid)}`,
    raise && `${plural(raise.places, "place")} for ${nameOf(raise.educatorId)}`,
    certify && `${nameOf(certify)} trained`,
    relax && `No taken back: ${two(relax)}`,
    unpin && `Free ${two(unpin)}`,
    allow && `Allow ${two(allow)}`,
  ].filter((one) => one !== undefined);
  return told.join("; ").slice(0, 120);
}

function without(pairs: Pair[], { learnerId, educatorId }: Pair): Pair[] {
  return pairs.filter((pair) => pair.learnerId !== learnerId || pair.educatorId !== educatorId);
}
