// Asking: the learner writes what they need and sees whom it is for, and why. Nothing leaves the screen before they press Send.
import { useState } from "react";
import { listCharters } from "../../programs/contract.ts";
import { useRead } from "../../web/ask.ts";
import { Page } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { listReaders } from "../contract.ts";
import type { Destination } from "../destination.ts";
import { getResources } from "../resource-contract.ts";
import { type Asked, chosenInstead, route } from "../route.ts";
import { Answer } from "./answer.tsx";
import { AskForm } from "./ask-form.tsx";
import { AllOwnRequests } from "./own-requests.tsx";
import { Urgent } from "./where-to-turn.tsx";

interface Need {
  words: string;
  /** By the learner, in place of what is found. */
  chosen: Destination | null;
}

export function Ask() {
  const { data: charters, error } = useRead(listCharters);
  const { data: readers, error: readersError, refetch: readAgain } = useRead(listReaders);
  const { data: resources, error: resourcesError } = useRead(getResources);
  const [need, setNeed] = useState<Need | null>(null);
  // How often it was said to be urgent: each time, and with each need that may tell of danger, the help is read first.
  const [urgent, setUrgent] = useState(0);
  const nowUrgent = () => setUrgent(urgent + 1);
  // What was sent leaves the box: it starts anew.
  const [sent, setSent] = useState(0);
  if (!charters || !readers || !resources) return <Waiting error={error ?? readersError ?? resourcesError} rows={4} />;
  const topics = Object.fromEntries(charters.map(({ program, inForce }) => [program, inForce.body]));
  const found = need === null ? null : answerTo(need, { charters: topics, phase: readers.phase });
  return (
    <Page title="What do you need?" lede="In your own words. You see whom it is for and why, and who would read it.">
      <div className="ask">
        <AskForm
          key={sent}
          isNext={sent > 0}
          onAsk={(words) => setNeed({ words, chosen: null })}
          onStart={(words, chosen) => setNeed({ words, chosen })}
          onUrgent={nowUrgent}
        >
          {(urgent > 0 || found?.showResources) && (
            <Urgent key={`${urgent} ${found?.showResources ? need?.words : ""}`} list={resources} />
          )}
        </AskForm>
        {need !== null && found !== null && (
          <Answer
            key={need.words}
            words={need.words}
            found={found}
            isChosen={need.chosen !== null}
            readers={readers.items}
            resources={resources}
            onChosen={(chosen) => setNeed({ words: need.words, chosen })}
            onUrgent={nowUrgent}
            onSent={() => {
              setNeed(null);
              setSent(sent + 1);
            }}
            onRefused={() => void readAgain()}
          />
        )}
      </div>
      <AllOwnRequests />
    </Page>
  );
}

function answerTo({ words, chosen }: Need, asked: Asked) {
  const found = route(words, asked);
  return chosen === null ? found : chosenInstead(found, chosen, words, asked);
}
