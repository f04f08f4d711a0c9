import assert from "node:assert/strict";
import { test } from "node:test";
import { newSecret } from "./secrets.ts";

test("a secret can be given to an option of the command line", () => {
  const secrets = Array.from({ length: 2000 }, newSecret);
  assert.equal(new Set(secrets).size, secrets.length);
  for (const secret of secrets) assert.match(secret, /^\w[\w-]{42}$/);
});
