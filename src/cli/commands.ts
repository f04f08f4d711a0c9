// Every command of the CLI, in the order in which help lists them.
import type { Command } from "./command.ts";
import { backupCommand } from "./backup.ts";
import { demo } from "./demo.ts";
import { doctorCommand } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { libraryCommand } from "./library.ts";
import { matchCommand } from "./match.ts";
import { restoreCommand } from "./restore.ts";
import { serveCommand } from "./serve.ts";

export const commands: Command[] = [
  serveCommand,
  demo,
  importCommand,
  matchCommand,
  libraryCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
];
