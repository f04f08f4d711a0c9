// Secrets that people carry: made here, shown once, kept only as hashes.
import { argon2, createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** 32 random bytes for a session, an invitation or an API key; never with a dash at its front, where a terminal takes it for an option. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url").replace(/^-/, "_");
}

/** What the database keeps of a secret. 256 random bits need no slow hash. */
export function hashOfSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

// OWASP's second recommended setting: 19 MiB, two passes, one lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** argon2id with its own salt and its cost, in the PHC form, so that the cost can rise later. */
export async function hashOfPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive("argon2id", { ...cost, message: normal(password), nonce });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${nonce.toString("base64url")}$${tag.toString("base64url")}`;
}

/** With `hash` null it takes as long and says no, so that time does not tell whether an account exists. */
export async function passwordFits(password: string, hash: string | null): Promise<boolean> {
  const [, , , costs = "", salt = "", tag = ""] = (hash ?? decoy).split("$");
  const [memory = cost.memory, passes = cost.passes, parallelism = cost.parallelism] = costs
    .split(",")
    .map((part) => Number(part.slice(2)));
  const expected = Buffer.from(tag, "base64url");
  const actual = await derive("argon2id", {
    message: normal(password),
    nonce: Buffer.from(salt, "base64url"),
    memory,
    passes,
    parallelism,
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected) && hash !== null;
}

const decoy = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${Buffer.alloc(16).toString("base64url")}$${Buffer.alloc(32).toString("base64url")}`;

/** The same password typed on two keyboards gives the same bytes (NIST SP 800-63B-4 asks for a normal form). */
function normal(password: string): Buffer {
  return Buffer.from(password.normalize("NFKC"), "utf8");
}
