// Loaded into a `serve` process before its own code: its worker rests for milliseconds where it would for seconds, and
// tells whoever started the process each time that a round found nothing to send. The server itself is as it is.
import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";

const longMs = 5000;
const restMs = 8;
const real = timers.setTimeout;
timers.setTimeout = ((ms, value, options) => {
  if (ms !== longMs) return real(ms, value, options);
  process.send?.("idle");
  return real(restMs, value, options);
}) as typeof timers.setTimeout;
syncBuiltinESMExports();
