// A connection that broke: the database was restarted, or the net between was. What was under way on it is not kept.

const codes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ENOENT",
  "EPIPE",
  "ECONNABORTED",
  "ENOTCONN",
  "ERR_STREAM_WRITE_AFTER_END",
  "ERR_STREAM_DESTROYED",
  "ERR_SOCKET_CLOSED",
  "ETIMEDOUT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  // PostgreSQL's own: it shuts down, it crashed, it is starting.
  "57P01",
  "57P02",
  "57P03",
]);

export function isBrokenLine(error: unknown): boolean {
  return error instanceof Error && codes.has((error as { code?: string }).code ?? "");
}

/**
 * Keeps the process alive when a connection breaks while it opens: the driver rejects a question of its own then, which
 * nobody can await. Whoever waits for that connection is told by their own question. Anything else ends us, as before.
 */
export function surviveBrokenLines(note: () => void): void {
  process.on("unhandledRejection", (error) => {
    if (!isBrokenLine(error)) throw error;
    note();
  });
}
