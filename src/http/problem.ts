// What goes wrong, told as Problem Details (RFC 9457): enough for the asker to mend it, nothing of anyone else.
import { randomUUID } from "node:crypto";
import { Refusal, statusOf } from "../core/refusal.ts";
import { isBrokenLine } from "../db/broken-line.ts";
import { faultsOf } from "./rule-faults.ts";
import { NoSession } from "./serve.ts";

export interface Problem {
  /** The address of a page about the rule (problem-pages.ts). */
  type: string;
  title: string;
  status: number;
  detail: string;
  rule: string;
  faults: { field: string; because: string }[];
  id?: string;
}

const titles: Record<number, string> = {
  401: "Sign in first",
  403: "Not yours to do",
  404: "Not found",
  409: "It collides with what is there",
  412: "Changed meanwhile",
  413: "Too large",
  422: "Cannot be used as sent",
  429: "Too many tries",
  500: "Our mistake",
  503: "Not reachable right now",
};

/** The problem to answer with, and whether it is a bug that belongs into the log. */
export function problemOf(error: unknown): { problem: Problem; bug: boolean } {
  if (error instanceof NoSession) return told(401, "session.none", "Sign in, then try again.");
  if (error instanceof Refusal) {
    const { kind, rule, because, faults } = error;
    return told(statusOf[kind], rule, because, faults.length > 0 ? faults : faultsOf(rule));
  }
  if (isUnreachable(error))
    return told(
      503,
      "database.unreachable",
      "The database cannot be reached right now. Nothing was changed. Try again in a minute.",
    );
  const { problem } = told(
    500,
    "bug",
    "Something broke on our side. Nothing was changed. If it happens again, give your administrator the id below.",
  );
  return { problem: { ...problem, id: randomUUID() }, bug: true };
}

function told(
  status: number,
  rule: string,
  detail: string,
  faults: Problem["faults"] = [],
): { problem: Problem; bug: boolean } {
  return {
    problem: { type: `/problems/${rule}`, title: titles[status] ?? "Refused", status, detail, rule, faults },
    bug: false,
  };
}

/** Also when it has no connection left for us. */
function isUnreachable(error: unknown): boolean {
  return isBrokenLine(error) || (error as { code?: string } | null)?.code === "53300";
}
