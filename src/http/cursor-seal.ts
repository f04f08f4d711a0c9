// Cursors as askers hold them. A list's own cursor is the sort keys of the row where a page ended, and these may be a name:
// outside they are sealed, so that they tell nothing, fit one list of one person, and cannot be made or altered by hand.
import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";
import { z } from "zod";
import { foreignCursor } from "../core/cursor.ts";
import type { Endpoint } from "../core/endpoint.ts";
import type { Door } from "../db/door.ts";

export interface Seal {
  seal(list: string, cursor: string): string;
  /** Refuses what was altered, what another list gave, and what was sealed with another key, all in the same words. */
  open(list: string, sealed: string): string;
}

const nonceBytes = 12;
const tagBytes = 16;
/** Cursors are filled up to a multiple of this, so that their length does not tell how long a name is. */
const blockBytes = 64;

/**
 * AES-256-GCM. The nonce is a keyed hash of list and content instead of a random number: the same page keeps the same
 * cursor and with it the same ETag, and a nonce comes twice only with the same text.
 */
export function sealOf(door: Pick<Door, "keyFor">): Seal {
  const cipherKey = door.keyFor("cursor cipher");
  const nonceKey = door.keyFor("cursor nonce");
  return {
    seal(list, cursor) {
      const text = Buffer.from(cursor);
      // JSON may end in spaces.
      const filled = Buffer.alloc(Math.ceil(text.length / blockBytes) * blockBytes, " ");
      text.copy(filled);
      const nonce = createHmac("sha256", nonceKey).update(list).update("\0").update(filled).digest();
      const cipher = createCipheriv("aes-256-gcm", cipherKey, nonce.subarray(0, nonceBytes)).setAAD(Buffer.from(list));
      const sealed = [nonce.subarray(0, nonceBytes), cipher.update(filled), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(sealed).toString("base64url");
    },
    open(list, sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      // Decoding passes over letters that are none of the alphabet's.
      const isWhole = bytes.length > nonceBytes + tagBytes && bytes.toString("base64url") === sealed;
      if (!isWhole) throw foreignCursor();
      const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(-tagBytes)];
      const cipher = createDecipheriv("aes-256-gcm", cipherKey, nonce, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(list)).setAuthTag(tag);
      const opened = cipher.update(bytes.subarray(nonceBytes, -tagBytes));
      try {
        cipher.final();
      } catch {
        throw foreignCursor();
      }
      return opened.toString();
    },
  };
}

interface Page {
  next: string | null;
}

/** The query as the handler of a list reads it, and its reply as the asker does; anything else stays as it is. */
export function unsealed(
  seal: Seal,
  { query: shape, path }: Endpoint,
  { schoolId, personId }: { schoolId: string; personId: string },
  params: unknown,
  query: unknown,
): { query: unknown; sealed: (reply: unknown) => unknown } {
  if (!(shape instanceof z.ZodObject) || !("after" in shape.shape)) return { query, sealed: (reply) => reply };
  const { after, limit, ...filters } = query as { after?: string; limit: number };
  const list = JSON.stringify([schoolId, personId, path, params, filters]);
  return {
    query: after === undefined ? query : { ...filters, limit, after: seal.open(list, after) },
    sealed: (reply) => {
      const { next } = reply as Page;
      return next === null ? reply : { ...(reply as Page), next: seal.seal(list, next) };
    },
  };
}
