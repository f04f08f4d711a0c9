// chiron doctor: whether this installation is sound, in a list.
import { existsSync, statfsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkUp, type Finding } from "../db/checkup.ts";
import { reachAdmin } from "../db/reach.ts";
import type { Command } from "./command.ts";
import { withOpened } from "./ending.ts";
import { modelFinding } from "./serve-model.ts";
import { mailFinding } from "./serve-mail-try.ts";

export const doctorCommand: Command = {
  name: "doctor",
  summary: "Check that everything is sound",
  usage: `chiron doctor [--data DIR] [--json]

Looks at the folder, or with DATABASE_ADMIN_URL at that database, while the server goes on or not. Ends with 1 when
something is not sound. It changes nothing. With the mail settings of \`chiron serve\` it signs in at that mail server, and
sends nothing.

  --data DIR   the folder that Chiron serves from (default: .data/chiron)
  --json       print one line of JSON`,
  options: { data: { type: "string" }, json: { type: "boolean" } },
  async run({ values, say }) {
    const dataDir = resolve(String(values.data ?? ".data/chiron"));
    return withOpened(reachAdmin(dataDir, say), async ({ admin }) => {
      const findings = [
        ...(process.env.DATABASE_ADMIN_URL === undefined ? [secretsArePrivate(dataDir), roomIn(dataDir)] : []),
        ...(await checkUp(admin)),
        await mailFinding(process.env),
        modelFinding(process.env),
      ];
      if (values.json === true) process.stdout.write(`${JSON.stringify({ findings })}\n`);
      else
        for (const { what, ok, saw } of findings) process.stdout.write(`${ok ? "ok    " : "MEND  "}${what}: ${saw}\n`);
      return findings.every(({ ok }) => ok) ? 0 : 1;
    });
  },
};

const roomLeast = 1e9;

function roomIn(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = bavail * bsize;
  const room = `${(free / 1e9).toFixed(1)} GB are free`;
  return { what: "The disk has room", ok: free >= roomLeast, saw: free >= roomLeast ? room : `${room}: make more` };
}

function secretsArePrivate(dataDir: string): Finding {
  const file = join(dataDir, "secrets.json");
  const mode = existsSync(file) ? statSync(file).mode & 0o077 : 0;
  return {
    what: "The folder's secrets are private",
    ok: mode === 0,
    saw: mode === 0 ? "only this account reads them" : `others may read them: chmod 600 ${file}`,
  };
}
