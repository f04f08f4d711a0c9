// What a scenario assumes that is not so yet: where each is made so, and then the same run with what is so.
import { useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Link, usePlace } from "../../web/ui/link.tsx";
import { Notice } from "../../web/ui/notice.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { addRun } from "../contract.ts";
import type { RunDetail } from "../run-detail.ts";
import type { Settings } from "../settings.ts";

const none: Settings["assumptions"] = { places: [], certified: [], relaxed: [] };

export function Assumptions({ run }: { run: RunDetail }) {
  const making = useWrite(addRun);
  const { go } = usePlace();
  if (run.assumes.length === 0) return null;
  const { from: _from, ...asked } = run.settings;
  const again = () =>
    making.mutate(
      { program: run.program, basedOn: run.runId, settings: { ...asked, assumptions: none } },
      { onSuccess: ({ runId }) => go(`/matching/${runId}`) },
    );
  const ways = waysOf(run.settings.assumptions);
  return (
    <Notice title="A scenario: it assumes what is not so yet" kind="caution">
      <ul>
        {run.assumes.map((words, at) => (
          <li key={words}>
            {words} <Way {...ways[at]} />
          </li>
        ))}
      </ul>
      <p>Once it is so, run again with what is on record, and approve that run.</p>
      <div className="row">
        <Button icon="play" busy={making.isPending} onClick={again}>
          Run again without assuming
        </Button>
        <Problem error={making.error} fields={{ "settings.pins": "Kept by hand" }} />
      </div>
    </Notice>
  );
}

interface MadeSo {
  href?: string;
  words?: string;
}

function Way({ href, words }: MadeSo) {
  return href === undefined ? <span className="muted">{words}</span> : <Link href={href}>{words}</Link>;
}

/** In the order in which the run says them. */
function waysOf({ places, certified, relaxed }: Settings["assumptions"]): MadeSo[] {
  return [
    ...places.map(({ educatorId }) => ({ href: `/people/${educatorId}`, words: "Change their places" })),
    ...certified.map(() => ({ href: "/training", words: "Record what they completed" })),
    ...relaxed.map(() => ({ words: "Only they can take it back." })),
  ];
}
