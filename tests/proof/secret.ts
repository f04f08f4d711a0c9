// A single fact that few may know: how it comes to be, and who may notice.
import type { PairWorld } from "./pair-world.ts";
import type { Asker, State } from "./specification.ts";

type Happening = (pair: PairWorld) => Promise<unknown>;

export interface Secret {
  name: string;
  state: State;
  knows: readonly Asker[];
  /** In one copy; without it nothing happens there. */
  left?: Happening;
  right: Happening;
}
