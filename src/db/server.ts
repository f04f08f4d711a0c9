// The embedded PostgreSQL: a real server in a process of its own, reached through a private socket,
// with its data in one folder. Started and stopped by Chiron, and found again after a crash.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { Refusal } from "../core/refusal.ts";
import { type Binaries, findBinaries, isRoot, reach, temporary, unprivileged } from "./binaries.ts";
import type { Connection } from "./door.ts";
import { lockFolder } from "./folder-lock.ts";
import { clusterName, didNotStart, exitOf, launch, stopOrphan } from "./postmaster.ts";

/** The role that serves; migration creates it, with the password that is kept here. */
export const loginRole = "chiron_login";

interface Start {
  /** Everything that must survive is in here: `postgres/` and `secrets.json`. Created when absent. */
  dataDir: string;
  /** For tests: nothing is forced to the disk, so a power cut would lose data. */
  throwaway?: boolean;
  /** The folder of another PostgreSQL's programs, in place of npm's. */
  programs?: string;
  onProgress?: (line: string) => void;
}

interface Secrets {
  adminPassword: string;
  loginPassword: string;
  /** 32 random bytes in hexadecimal: what the door shows to work as the steward. */
  stewardKey: string;
}

export interface EmbeddedServer {
  version: string;
  /** Null on Windows, where the server listens on the loopback address instead. */
  socketDir: string | null;
  port: number;
  loginPassword: string;
  stewardKey: string;
  /** Options for `postgres()`: "admin" is the superuser that migrates, "login" the role that serves. */
  connectionFor(role: "admin" | "login", database: string): Connection;
  /** Creates the database unless it is there. */
  createDatabase(name: string): Promise<void>;
  /** Resolves when the server has ended, by `stop` or on its own. */
  ended: Promise<void>;
  /** Ends open connections, writes everything down and waits for the process to be gone. */
  stop(): Promise<void>;
}

/**
 * Refuses with `folder.unwritable`, `folder.running` while another Chiron has the folder, `folder.secrets` when the folder's
 * passwords are gone, `database.platform` where npm has no PostgreSQL, `database.start` when it does not come up.
 */
export async function startServer({
  dataDir,
  throwaway = false,
  programs,
  onProgress = () => undefined,
}: Start): Promise<EmbeddedServer> {
  const binaries = findBinaries(programs);
  const home = resolve(dataDir);
  refuseUnwritable(home);
  const socketDir = process.platform === "win32" ? null : privateFolder();
  const lock = lockOrTidy(home, socketDir);
  try {
    if (lock.left?.socketDir) rmSync(lock.left.socketDir, { recursive: true, force: true });
    const data = join(home, "postgres");
    const secrets = keepSecrets(home, data);
    if (!existsSync(data)) {
      onProgress("Preparing the database folder");
      await initialise(binaries, data, secrets, throwaway);
    } else await stopOrphan(binaries, data);
    onProgress(`Starting PostgreSQL ${binaries.version}`);
    const port = socketDir ? 5432 : await freePort();
    const child = await launch(binaries, data, [...settings(data, socketDir, port), ...(throwaway ? hasty : [])]);
    return running({ child, binaries, data, secrets, socketDir, port, release: lock.release });
  } catch (error) {
    lock.release();
    if (socketDir) rmSync(socketDir, { recursive: true, force: true });
    throw error;
  }
}

function refuseUnwritable(home: string): void {
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK);
  } catch {
    const because = `Chiron cannot write in the folder ${home}. Let this account own it, or give another folder with --data.`;
    throw new Refusal("invalid", "folder.unwritable", because, [{ field: "--data", because }]);
  }
}

function lockOrTidy(home: string, socketDir: string | null): ReturnType<typeof lockFolder> {
  try {
    return lockFolder(home, socketDir);
  } catch (error) {
    if (socketDir) rmSync(socketDir, { recursive: true, force: true });
    throw error;
  }
}

/** One that nobody else can have prepared, of the server's own. */
function privateFolder(): string {
  const folder = mkdtempSync(join(temporary, "chiron-"));
  own(folder);
  return folder;
}

function own(path: string): void {
  if (isRoot && unprivileged.uid !== undefined) chownSync(path, unprivileged.uid, unprivileged.gid);
}

function keepSecrets(home: string, data: string): Secrets {
  const file = join(home, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  if (existsSync(data))
    throw new Refusal(
      "absent",
      "folder.secrets",
      `The database's passwords are missing: ${file} is gone. Put it back from a copy, or restore a backup into a new folder with --data.`,
    );
  const secret = () => randomBytes(32).toString("hex");
  const secrets: Secrets = { adminPassword: secret(), loginPassword: secret(), stewardKey: secret() };
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** Under another name until it is whole, so that a start broken off here begins anew. */
async function initialise(
  binaries: Binaries,
  data: string,
  { adminPassword }: Secrets,
  throwaway: boolean,
): Promise<void> {
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  own(unfinished);
  const passwordFolder = privateFolder();
  const passwordFile = join(passwordFolder, "password");
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  own(passwordFile);
  const locale =
    Number.parseInt(binaries.version) >= 17
      ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
      : ["--locale=C.UTF-8"];
  const rest = [
    "--encoding=UTF8",
    "--username=postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--data-checksums",
    "--no-instructions",
  ];
  const folder = reach(unfinished);
  try {
    const child = spawn(binaries.initdb, [...locale, ...rest, ...(throwaway ? ["--no-sync"] : []), "-D", folder.path], {
      ...unprivileged,
      cwd: passwordFolder,
      env: { LC_ALL: "C", PATH: process.env.PATH, SystemRoot: process.env.SystemRoot },
      stdio: ["ignore", "pipe", "pipe", folder.file],
    });
    const said: string[] = [];
    child.stdout?.on("data", (text) => said.push(String(text)));
    child.stderr?.on("data", (text) => said.push(String(text)));
    if ((await exitOf(child)) !== 0) throw didNotStart("The database folder could not be prepared.", said.join(""));
  } finally {
    folder.close();
    rmSync(passwordFolder, { recursive: true, force: true });
  }
  renameSync(unfinished, data);
}

/** The log carries no statement and no value of one: what people wrote stays in the tables. */
function settings(data: string, socketDir: string | null, port: number): string[] {
  return [
    `listen_addresses=${socketDir ? "" : "127.0.0.1"}`,
    `unix_socket_directories=${socketDir ?? ""}`,
    `port=${port}`,
    `cluster_name=${clusterName(data)}`,
    "password_encryption=scram-sha-256",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_min_messages=log",
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
    "log_checkpoints=off",
    "shared_buffers=128MB",
  ];
}

const hasty = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0"];

interface Parts {
  child: ChildProcess;
  binaries: Binaries;
  data: string;
  secrets: Secrets;
  socketDir: string | null;
  port: number;
  release(): void;
}

function running({ child, binaries, data, secrets, socketDir, port, release }: Parts): EmbeddedServer {
  const { adminPassword, loginPassword, stewardKey } = secrets;
  // A Chiron that ends by a bug cannot wait, but can still ask the server to finish.
  const lastWord = () => child.kill("SIGINT");
  process.once("exit", lastWord);
  const ended = exitOf(child).then(() => {
    process.off("exit", lastWord);
    if (socketDir) rmSync(socketDir, { recursive: true, force: true });
    release();
  });
  const connectionFor: EmbeddedServer["connectionFor"] = (role, database) => ({
    host: socketDir ?? "127.0.0.1",
    port,
    database,
    ...(role === "admin"
      ? { username: "postgres", password: adminPassword }
      : { username: loginRole, password: loginPassword }),
  });
  return {
    version: binaries.version,
    socketDir,
    port,
    loginPassword,
    stewardKey,
    connectionFor,
    createDatabase: (name) => createDatabase(connectionFor("admin", "postgres"), name),
    ended,
    async stop() {
      if (process.platform === "win32")
        execFileSync(binaries.pgCtl, ["stop", "-D", data, "-m", "fast"], { stdio: "ignore" });
      else child.kill("SIGINT");
      const patience = setTimeout(() => child.kill("SIGQUIT"), 20_000);
      await ended;
      clearTimeout(patience);
    },
  };
}

async function createDatabase(admin: Connection, name: string): Promise<void> {
  const pool = postgres({ ...admin, max: 1, onnotice: () => undefined });
  try {
    const [found] = await pool`select from pg_database where datname = ${name}`;
    if (!found) await pool`create database ${pool(name)}`;
  } finally {
    await pool.end({ timeout: 5 });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
