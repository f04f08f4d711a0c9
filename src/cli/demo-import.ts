// The demo school's exports, taken in by its registrar as any school's are.
import type { Client } from "../client.ts";
import type { Day } from "../core/shapes.ts";
import { postImport } from "../intake/contract.ts";
import { inventSchool } from "../intake/invented.ts";
import { uploadOf } from "../intake/upload.ts";
import { firstCharters } from "../programs/first.ts";

const seed = 2026;
const size = { learners: 160, educators: 90 };

export async function importInvented(registrar: Client, today: Day): Promise<void> {
  const modules = [...new Set(Object.values(firstCharters).flatMap((charter) => charter.modules))];
  const texts = inventSchool(seed, size, today, modules);
  const files = Object.entries(texts).map(([name, text]) => ({ name, content: new Blob([text]) }));
  await registrar.ask(postImport, { body: { files: files.map(uploadOf) }, files: files.map(({ content }) => content) });
}
