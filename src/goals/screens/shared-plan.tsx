// The page behind a link to a learning plan: that version, for whoever has the link. What follows the # reaches no server
// with the address; this page sends it in a body.
import { useEffect, useState } from "react";
import { type AskError, ask, useWrite } from "../../web/ask.ts";
import { saveDownload } from "../../web/save-text.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { Page } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { openSharedPlan, printSharedPlan } from "../learning-plan-contract.ts";
import type { SharedPlan } from "../learning-plan.ts";
import { PlanBodyView } from "./plan-body.tsx";

export function SharedPlanScreen() {
  const [secret] = useState(() => location.hash.slice(1));
  const [plan, setPlan] = useState<SharedPlan | null>(null);
  const [error, setError] = useState<AskError | null>(null);
  useEffect(() => {
    ask(openSharedPlan, { body: { secret } }).then(setPlan, setError);
  }, [secret]);
  if (error?.status === 404 || error?.status === 422)
    return (
      <Page
        title="This link shows nothing any more"
        lede="It is over, was taken back, or is not whole. Ask whoever gave it to you for a new one."
      />
    );
  if (!plan) return <Waiting error={error} rows={5} />;
  return <Shown secret={secret} plan={plan} />;
}

function Shown({ secret, plan: { learner, version, writtenAt, body } }: { secret: string; plan: SharedPlan }) {
  const printing = useWrite(printSharedPlan, { invalidate: [] });
  const print = () => printing.mutate({ secret }, { onSuccess: saveDownload });
  return (
    <Page
      title={body.title}
      lede={`Learning plan of ${learner}, version ${version}, ${sayDay(writtenAt.slice(0, 10))}.`}
    >
      <Problem error={printing.error} />
      <div className="row">
        <Button icon="file" busy={printing.isPending} onClick={print}>
          Save as PDF
        </Button>
      </div>
      <PlanBodyView body={body} />
    </Page>
  );
}
