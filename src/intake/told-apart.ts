// Pairs of ids of which somebody said "two people": remembered, so that the same question does not come back with every
// import. What spoke for one person then is kept as fingerprints; only something new brings the question back.
import { hash } from "node:crypto";

export interface ToldApart {
  firstId: string;
  secondId: string;
  shares: string[];
}

export interface ToldBefore {
  shares: ReadonlySet<string>;
  saidBy: string;
  saidAt: string;
}

/** The same for both orders: which id is the later one depends on the files. */
export function pairKey(id: string, other: string): string {
  return JSON.stringify([id, other].sort());
}

/** Without the class or department: two who move together have not become more alike. */
export function sharedName(name: string): string {
  return hash("sha256", `name ${name.normalize("NFKC").toLowerCase()}`);
}

export function sharedAddress(address: string): string {
  return hash("sha256", `address ${address.toLowerCase()}`);
}

/** Whether the answer was given in the face of all that the two share now. */
export function covers(told: ToldBefore, shares: string[]): boolean {
  return shares.every((share) => told.shares.has(share));
}
