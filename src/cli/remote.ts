// How commands reach the server that runs: its address and a personal API key.
import { type Client, openClient } from "../client.ts";
import { type Given, Misuse } from "./command.ts";

export const remoteOptions = { url: { type: "string" }, key: { type: "string" }, json: { type: "boolean" } } as const;

export const remoteUsage = `  --url URL    the running Chiron (default: CHIRON_URL, or http://127.0.0.1:4400)
  --key KEY    a personal API key, from your account page (default: CHIRON_KEY, which others on this machine cannot read)
  --json       print one line of JSON`;

export function clientOf({ values }: Given): Client {
  const url = String(values.url ?? process.env.CHIRON_URL ?? "http://127.0.0.1:4400");
  const key = values.key ?? process.env.CHIRON_KEY;
  if (!URL.canParse(url)) throw new Misuse(`--url must be an address such as http://127.0.0.1:4400, not "${url}".`);
  if (typeof key !== "string" || key === "")
    throw new Misuse("Give your API key with --key or CHIRON_KEY. Make one on your account page.");
  return openClient(url, key);
}
