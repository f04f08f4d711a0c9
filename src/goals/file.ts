// Which files can stand as evidence, told by their first bytes and not by their name alone.
import { Refusal } from "../core/refusal.ts";

export const fileBytesMost = 5 * 1024 * 1024;
/** Of all files of one learner together. */
export const filesBytesMost = 50 * 1024 * 1024;

export const fileTypes = ["application/pdf", "image/png", "image/jpeg", "text/plain"] as const;
export type FileType = (typeof fileTypes)[number];
export const fileEndings = ".pdf,.png,.jpg,.jpeg,.txt";

/** The type of a file, or the refusal that names the field and the fix. */
export function fileTypeOf(bytes: Uint8Array): FileType | Refusal {
  if (bytes.length === 0) return refused("This file is empty. Choose another one.");
  if (bytes.length > fileBytesMost)
    return refused("This file is larger than 5 MB. Send a smaller one, or a link to it.");
  if (begins(bytes, "%PDF-")) return "application/pdf";
  if (begins(bytes, "\x89PNG\r\n\x1a\n")) return "image/png";
  if (begins(bytes, "\xff\xd8\xff")) return "image/jpeg";
  return isText(bytes) ? "text/plain" : refused("Choose a PDF, a PNG or JPEG picture, or a plain text.");
}

/** A name as a list shows it and a disk can hold it: no folders, no control signs. */
export function fileNameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return (
    last
      .replace(/[\p{Cc}<>:"|?*]/gu, " ")
      .trim()
      .slice(0, 200) || "file"
  );
}

function begins(bytes: Uint8Array, sign: string): boolean {
  return [...sign].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\0");
  } catch {
    return false;
  }
}

function refused(because: string): Refusal {
  return new Refusal("invalid", "goal.file", "This file cannot be kept as evidence.", [{ field: "base64", because }]);
}
