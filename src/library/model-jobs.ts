// A language model at an address that speaks as OpenAI's does (chat completions). What goes wrong is told in one word, since
// such servers quote what they were sent; the key goes to that one host and into no line of a log.
import { z } from "zod";
import type { Completion, LanguageModel, ModelFault, Prompt } from "../core/language-model.ts";

export interface ModelSettings {
  /** Below it is /chat/completions: https://llm.example.edu/v1 */
  url: string;
  model: string;
  key?: string | undefined;
  /** Who asks waits for the answer, and has the passages at once otherwise. */
  patienceMs?: number;
}

const patienceMs = 12_000;
const answerMost = 64 * 1024;
/** At a time, from this server. */
const underWayMost = 4;

const Reply = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

export function languageModel(settings: ModelSettings): LanguageModel {
  const address = new URL(`${settings.url.replace(/\/+$/, "")}/chat/completions`);
  let underWay = 0;
  return {
    name: settings.model,
    host: address.host,
    async complete(asked) {
      if (underWay >= underWayMost) return { fault: "busy" };
      underWay++;
      try {
        return await completed(address, settings, asked);
      } catch (error) {
        return { fault: faultOf(error) };
      } finally {
        underWay--;
      }
    },
  };
}

async function completed(address: URL, settings: ModelSettings, { system, user }: Prompt): Promise<Completion> {
  const { model, key } = settings;
  const response = await fetch(address, {
    method: "POST",
    // Another address would be another reader.
    redirect: "error",
    signal: AbortSignal.timeout(settings.patienceMs ?? patienceMs),
    headers: { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({
      model,
      temperature: 0,
      max_tokens: 800,
      messages: [
        { role: "system", content: system },
        { role: "user", content: user },
      ],
    }),
  });
  if (!response.ok) {
    await response.body?.cancel();
    return { fault: response.status === 429 || response.status >= 500 ? "busy" : "refused" };
  }
  const said = Reply.safeParse(JSON.parse(await textOf(response)));
  const text = said.data?.choices[0]?.message.content;
  return text === undefined ? { fault: "unreadable" } : { text };
}

/** No more of it than an answer can be. */
async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > answerMost) throw new SyntaxError("longer than an answer");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function faultOf(error: unknown): ModelFault {
  if (error instanceof SyntaxError) return "unreadable";
  if (error instanceof Error && error.name === "TimeoutError") return "slow";
  return "unreachable";
}
