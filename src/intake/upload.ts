// A file on its way to an import: what is said of it, and its bytes behind that.
import { z } from "zod";
import { Layout } from "./layout.ts";
import { GivenReading } from "./reading.ts";

/** Said of a file, with how to read it where the guess was not right. */
export const Upload = z.object({
  name: z.string().trim().min(1, "Name the file.").max(200),
  /** How many bytes. */
  size: z.number().int().min(0),
  layout: Layout.optional(),
  reading: GivenReading.optional(),
});

/** A file as whoever sends it has it. */
export interface FileToSend {
  name: string;
  content: Blob;
  /** Set once something was said of it by hand. */
  layout?: Layout;
  reading?: GivenReading;
}

export function uploadOf({ name, content, layout, reading }: FileToSend): z.input<typeof Upload> {
  return { name, size: content.size, ...(layout ? { layout } : {}), ...(reading ? { reading } : {}) };
}
