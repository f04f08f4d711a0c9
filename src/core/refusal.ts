// A refusal is an answer, not an accident: a rule said no, and the person is told which one and what to do.

export type RefusalKind = "invalid" | "forbidden" | "absent" | "conflict" | "changed" | "busy";

export const statusOf: Record<RefusalKind, number> = {
  invalid: 422,
  forbidden: 403,
  absent: 404,
  conflict: 409,
  changed: 412,
  busy: 429,
};

/** One field of the asker's input that has to change, and how. */
export type Fault = { field: string; because: string };

/**
 * A rule's no. `rule` names it for machines ("agreement.signed"), `because` says it to a person
 * and names the way out. Not yours and not there are both "absent", so that a refusal tells
 * nobody what they may not know.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly rule: string;
  readonly because: string;
  readonly faults: Fault[];

  constructor(kind: RefusalKind, rule: string, because: string, faults: Fault[] = []) {
    super(because);
    this.name = "Refusal";
    this.kind = kind;
    this.rule = rule;
    this.because = because;
    this.faults = faults;
  }
}

/** The value, or the refusal thrown: for handlers, where a no ends the work. */
export function granted<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw value;
  return value;
}
