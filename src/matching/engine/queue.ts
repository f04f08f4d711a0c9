// A binary heap of numbered nodes by an integer key that may only fall: the frontier of a shortest-path search.

export class Queue {
  size = 0;
  readonly #key: Int32Array;
  readonly #heap: Int32Array;
  /** Place of a node in the heap; only valid for nodes that are in it. */
  readonly #place: Int32Array;

  /** `key` is owned by the caller, who lowers `key[node]` and then calls `lowered`. */
  constructor(key: Int32Array) {
    this.#key = key;
    this.#heap = new Int32Array(key.length);
    this.#place = new Int32Array(key.length);
  }

  clear(): void {
    this.size = 0;
  }

  add(node: number): void {
    this.#rise(node, this.size++);
  }

  lowered(node: number): void {
    this.#rise(node, this.#place[node]!);
  }

  /** The node with the lowest key; the queue must not be empty. */
  take(): number {
    const top = this.#heap[0]!;
    const last = this.#heap[--this.size]!;
    if (this.size > 0) this.#sink(last);
    return top;
  }

  #rise(node: number, from: number): void {
    const key = this.#key;
    const heap = this.#heap;
    const own = key[node]!;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = heap[parent]!;
      if (key[other]! <= own) break;
      heap[at] = other;
      this.#place[other] = at;
      at = parent;
    }
    heap[at] = node;
    this.#place[node] = at;
  }

  #sink(node: number): void {
    const key = this.#key;
    const heap = this.#heap;
    const own = key[node]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && key[heap[child + 1]!]! < key[heap[child]!]!) child++;
      const other = heap[child]!;
      if (key[other]! >= own) break;
      heap[at] = other;
      this.#place[other] = at;
      at = child;
    }
    heap[at] = node;
    this.#place[node] = at;
  }
}
