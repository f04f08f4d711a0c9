// One run: its proof and figures, its pairs and gaps, its scenarios, and the director's yes.
import { useState } from "react";
import { useMe } from "../../web/ui/me.ts";
import { Notice } from "../../web/ui/notice.tsx";
import { Page, Section } from "../../web/ui/page.tsx";
import type { RunDetail } from "../run-detail.ts";
import { RunActions } from "./approve.tsx";
import { CertificateCard, Figures } from "./certificate.tsx";
import { Gaps } from "./gaps.tsx";
import { Pairs, usePairs } from "./pairs.tsx";
import { Picture } from "./picture.tsx";
import { Lanes, Lede, Notes } from "./run-head.tsx";
import { RunSettings } from "./run-settings.tsx";
import { Scenarios } from "./scenarios.tsx";
import { WhyPair } from "./why-pair.tsx";

export function RunDesk({ run }: { run: RunDetail }) {
  const { school } = useMe();
  const [page, setPage] = useState(0);
  const [selected, setSelected] = useState<string | null>(run.proposals[0]?.learnerId ?? null);
  const shown = usePairs(run.proposals, page);
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
      {run.assumes.length > 0 && (
        <Notice title="A scenario: it assumes what is not so yet" kind="caution">
          <p>{run.assumes.join(" ")} Make it so, run again, and approve that run.</p>
        </Notice>
      )}
      <RunSettings run={run} />
      <Section title="Result">
        <div className="result">
          <CertificateCard run={run} />
          <Figures run={run} />
        </div>
        <Notes run={run} />
      </Section>
      <div className="desk-split">
        <Pairs run={run} selected={selected} select={setSelected} page={page} setPage={setPage} shown={shown} />
        {selected !== null && <WhyPair key={selected} run={run} learnerId={selected} close={() => setSelected(null)} />}
        <Gaps run={run} select={setSelected} />
      </div>
      <Scenarios run={run} />
      <Picture run={run} rows={shown.rows} selected={selected} />
    </Page>
  );
}
