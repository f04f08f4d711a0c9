// Writing to those who have to act on lines of the queue. Of a whole run they are many: they are read once somebody writes.
import { useRead } from "../../web/ask.ts";
import { Letters, Several, Writing } from "../../web/ui/letters.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getAwaited } from "../coordinator-contract.ts";
import { addressesOf, awaitedRuns, type Line, pageOf } from "../queue.ts";

type WriteToProps = {
  lines: Line[];
  /** In a row: whom it is about. */
  about?: string;
  children: string;
};

export function WriteTo({ lines, about, children }: WriteToProps) {
  const runs = awaitedRuns(lines);
  if (runs.length === 0)
    return (
      <Letters addresses={addressesOf(lines)} path={pageOf(lines)} {...(about === undefined ? {} : { about })}>
        {children}
      </Letters>
    );
  return (
    <Writing about={about} title="Write to those who have to act" words={children}>
      <Awaited lines={lines} runs={runs} />
    </Writing>
  );
}

function Awaited({ lines, runs }: { lines: Line[]; runs: string[] }) {
  const { data, error } = useRead(getAwaited, { query: { runs: runs.join(",") } });
  if (!data) return <Waiting error={error} rows={1} label="Reading the addresses" />;
  const addresses = [...new Set([...addressesOf(lines), ...data.addresses])];
  if (addresses.length === 0) return <p>All of them have answered in the meantime.</p>;
  return <Several addresses={addresses} path={pageOf(lines)} />;
}
