// The language model of a running server, which may phrase answers out of the library: its settings. Off by default.
import { Refusal } from "../core/refusal.ts";
import type { LanguageModel } from "../core/language-model.ts";
import type { Finding } from "../db/checkup.ts";
import { languageModel } from "../library/model-jobs.ts";

/** Undefined where none is named. The key is needed where the address asks for one. */
export function modelIn({
  CHIRON_MODEL_URL: url,
  CHIRON_MODEL: model,
  CHIRON_MODEL_KEY: key,
}: NodeJS.ProcessEnv): LanguageModel | undefined {
  if (url === undefined || url === "") return undefined;
  const lacks = [
    ...(isSafe(url)
      ? []
      : [
          [
            "CHIRON_MODEL_URL",
            "Write https:// and the address above /chat/completions; http:// for this machine alone.",
          ],
        ]),
    ...(model !== undefined && /^\S{1,100}$/.test(model)
      ? []
      : [["CHIRON_MODEL", "Write the model's name as its provider spells it, in at most 100 characters."]]),
  ].map(([field = "", because = ""]) => ({ field, because }));
  if (lacks.length === 0) return languageModel({ url, model: model ?? "", key });
  throw new Refusal("invalid", "command.misused", "No language model can be asked with these settings.", lacks);
}

/** What people ask goes over the network: in the clear to nobody but this machine. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, search, hash, host } = new URL(address);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return (
    username === "" &&
    search === "" &&
    hash === "" &&
    host.length <= 90 &&
    (protocol === "https:" || (protocol === "http:" && isHere))
  );
}

const what = "Answers are phrased";

/** Looks at the settings and asks nothing: each question to such a server may cost. */
export function modelFinding(env: NodeJS.ProcessEnv): Finding {
  try {
    const model = modelIn(env);
    if (model === undefined) return { what, ok: true, saw: "by nobody: passages are quoted as they stand" };
    return { what, ok: true, saw: `by ${model.name} at ${model.host}, which was not asked now` };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const lacks = error.faults.map(({ field, because }) => `${field}: ${because}`);
    return { what, ok: false, saw: [error.because, ...lacks].join(" ") };
  }
}
