// A language model that somebody else runs: what it is asked, and what comes back. What it says is material, and never trusted.

export interface LanguageModel {
  /** As people are told where their words go: the model, and the host that it runs on. */
  name: string;
  host: string;
  complete(asked: Prompt): Promise<Completion>;
}

export interface Prompt {
  system: string;
  user: string;
}

/** Why nothing came back, in one word: what such a server says may quote what it was asked. */
export type ModelFault = "busy" | "slow" | "unreachable" | "refused" | "unreadable";

export type Completion = { text: string } | { fault: ModelFault };
