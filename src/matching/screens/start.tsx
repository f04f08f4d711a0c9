// Making runs: the three together, which is the usual way, and the others; with how far it is, and a stop.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Progress as Far } from "../../core/progress.ts";
import { programs } from "../../programs/program.ts";
import { AskError, useWrite, useWriteEach } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { usePlace } from "../../web/ui/link.tsx";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { Progress } from "../../web/ui/progress.tsx";
import { addRun, addRunSeries } from "../contract.ts";
import { RunsSeen } from "./seen.tsx";

export function Start() {
  const { go } = usePlace();
  const one = useWrite(addRun);
  const series = useSeries((runId) => go(`/matching/${runId}`));
  const main = useRef<HTMLButtonElement>(null);
  // "Stop" is gone: the reader stands where they can go on.
  useEffect(() => {
    if (series.isStopped) main.current?.focus();
  }, [series.isStopped]);
  // What is pressed while another work goes on would wait for it, unseen.
  const act = (isOwn: boolean) => ({ busy: isOwn, disabled: !isOwn && (series.making !== null || one.isPending) });
  return (
    <div className="card section">
      <div className="row">
        <Button
          kind="primary"
          icon="play"
          ref={main}
          {...act(series.making === "together")}
          onClick={() => series.make("together")}
        >
          Match the three together
        </Button>
        <p className="small muted">So that none takes a person, or hours, that another needs more.</p>
      </div>
      <div className="row" role="group" aria-label="Other ways to match">
        <Button small {...act(series.making === "in a row")} onClick={() => series.make("in a row")}>
          Match the three in a row
        </Button>
        {programs.map((program) => (
          <Button
            key={program}
            small
            icon={laneOf(program).icon}
            {...act(one.isPending && one.variables?.program === program)}
            onClick={() => one.mutate({ program }, { onSuccess: ({ runId }) => go(`/matching/${runId}`) })}
          >
            {laneOf(program).word} only
          </Button>
        ))}
      </div>
      <Going series={series} />
      <Problem error={one.error ?? series.error} />
      <p>
        <RunsSeen />
      </p>
    </div>
  );
}

function Going({ series: { making, progress, isStopped, stop } }: { series: ReturnType<typeof useSeries> }) {
  const { done, of } = progress ?? { done: 0, of: 1 };
  if (making !== null)
    return (
      <Progress
        label={`Matching the three ${making}`}
        done={done}
        of={of}
        {...(done === of ? { words: "Keeping the drafts" } : { onCancel: stop })}
      />
    );
  if (!isStopped) return null;
  return (
    <StatusLine icon="pause" live>
      Stopped. If the drafts were made by then, they stand below.
    </StatusLine>
  );
}

type Way = "together" | "in a row";

/** One work at a time: how far it is, and the way to stop it. Goes to the first of the runs that were made. */
function useSeries(onMade: (runId: string) => void) {
  // The reads on screen are read again however it ends: what was stopped too late stands among the runs.
  const write = useWriteEach(addRunSeries);
  const client = useQueryClient();
  const stopping = useRef<AbortController>(null);
  const [way, setWay] = useState<Way>("together");
  const [progress, setProgress] = useState<Far | null>(null);
  const [isStopped, setStopped] = useState(false);
  const make = async (asked: Way) => {
    const { signal } = (stopping.current = new AbortController());
    setWay(asked);
    setProgress(null);
    setStopped(false);
    try {
      const { runs } = await write.mutateAsync({
        body: { together: asked === "together" },
        signal,
        onProgress: setProgress,
      });
      if (runs[0]) onMade(runs[0].runId);
    } catch {
      // A refusal stands in `write.error`.
      if (!signal.aborted) return;
      setStopped(true);
      await client.invalidateQueries();
    }
  };
  return {
    making: write.isPending ? way : null,
    progress,
    isStopped,
    error: write.error instanceof AskError ? write.error : null,
    make: (asked: Way) => void make(asked),
    stop: () => stopping.current?.abort(),
  };
}
