// A request that brings files, as the clients send it, out of the names and contents that a test has.
import { filesType, withFiles } from "../../src/core/files.ts";

interface WithBase64 {
  files: { name: string; base64: string }[];
}

function hasFiles(body: unknown): body is WithBase64 {
  const files = (body as Partial<WithBase64> | undefined)?.files;
  return Array.isArray(files) && files.some((file) => typeof file?.base64 === "string");
}

/** Body and type of it; anything else as JSON. */
export function sentAs(body: unknown): { body: string | Blob; type: string } {
  if (!hasFiles(body)) return { body: JSON.stringify(body), type: "application/json" };
  const given = body.files.map(({ base64, ...said }) => ({ said, content: new Blob([Buffer.from(base64, "base64")]) }));
  const files = given.map(({ said, content }) => ({ ...said, size: content.size }));
  const contents = given.map(({ content }) => content);
  return { body: withFiles({ ...body, files }, contents), type: filesType };
}
