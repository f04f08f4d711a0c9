// One run: its proof and figures, its pairs and gaps, its scenarios, and the director's yes.
import { useState } from "react";
import { useMe } from "../../web/ui/me.ts";
import { Page } from "../../web/ui/page.tsx";
import type { RunDetail } from "../run-detail.ts";
import { RunActions } from "./approve.tsx";
import { Gaps } from "./gaps.tsx";
import { Pairs, usePairs } from "./pairs.tsx";
import { Picture } from "./picture.tsx";
import { Result } from "./result.tsx";
import { Assumed, Lanes, Lede } from "./run-head.tsx";
import { RunSettings } from "./run-settings.tsx";
import { Beyond } from "./scenarios.tsx";
import { WhyPair } from "./why-pair.tsx";

export function RunDesk({ run }: { run: RunDetail }) {
  const { school } = useMe();
  const [page, setPage] = useState(0);
  const shown = usePairs(run.proposals, page);
  // The first of those shown: the desk leads here with only those that wait.
  const [selected, setSelected] = useState<string | null>(shown.rows[0]?.learnerId ?? null);
  return (
    <Page
      title={run.name}
      wide
      lede={<Lede run={run} today={school.today} timeZone={school.timeZone} />}
      end={
        <div className="row">
          <RunActions run={run} />
        </div>
      }
    >
      <Lanes run={run} />
      <Assumed run={run} />
      <RunSettings run={run} />
      <Result run={run} />
      <div className="desk-split">
        <Pairs run={run} selected={selected} select={setSelected} page={page} setPage={setPage} shown={shown} />
        {selected !== null && <WhyPair key={selected} run={run} learnerId={selected} close={() => setSelected(null)} />}
        <Gaps run={run} select={setSelected} />
      </div>
      <Beyond run={run} />
      <Picture run={run} rows={shown.rows} selected={selected} />
    </Page>
  );
}
