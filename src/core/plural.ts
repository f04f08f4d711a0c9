// A count with its noun, and the words of a sentence that follow its number.

/** "0 rows", "1 row", "1,200 rows". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${agreeing(count, one, many)}`;
}

/** "is" or "are", "it" or "them": the form that goes with so many. */
export function agreeing(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
