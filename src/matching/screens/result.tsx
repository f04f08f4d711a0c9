// What came out of a run: its proof, its figures, and how it was made.
import { Section } from "../../web/ui/page.tsx";
import type { RunDetail } from "../run-detail.ts";
import { CertificateCard } from "./certificate.tsx";
import { Choices, Figures } from "./figures.tsx";
import { Notes } from "./run-head.tsx";

export function Result({ run }: { run: RunDetail }) {
  return (
    <Section title="Result">
      <div className="result">
        <CertificateCard run={run} />
        <div className="col">
          <Figures run={run} />
          <Choices run={run} />
        </div>
      </div>
      <Notes run={run} />
    </Section>
  );
}
