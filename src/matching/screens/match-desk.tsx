// The match desk's address: reads the run, and shows its desk.
import { useRead } from "../../web/ask.ts";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getRun } from "../contract.ts";
import { RunDesk } from "./run-desk.tsx";

export function MatchDesk({ runId }: { runId: string }) {
  const { data: run, error } = useRead(getRun, { params: { id: runId } });
  if (!run) return <Waiting error={error} rows={6} />;
  // A run of its own state: another run starts with nothing opened.
  return <RunDesk key={run.runId} run={run} />;
}
