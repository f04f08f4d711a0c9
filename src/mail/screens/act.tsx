// The page behind a signed link of a mail: what it does, and one button. Opening it does nothing yet.
import { useRead, useWrite } from "../../web/ask.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { doAct, getAct } from "../act-contract.ts";

export function ActScreen({ token }: { token: string }) {
  const { data, error } = useRead(getAct, { params: { token } });
  const doing = useWrite(doAct, { params: { token }, invalidate: [] });
  if (doing.data) return <Page title="Done" lede={doing.data.done} />;
  if (error?.status === 409 || doing.error?.status === 409) return <Over />;
  if (!data) return <Waiting error={error} />;
  return (
    <Page title={data.question}>
      <Card className="section">
        <Problem error={doing.error} />
        <div className="row">
          <Button kind="primary" busy={doing.isPending} onClick={() => doing.mutate(undefined)}>
            {data.button}
          </Button>
        </div>
      </Card>
      <p className="small muted">The link works once. Nothing happens before you press the button.</p>
    </Page>
  );
}

/** Used, out of date, or never one: nobody is told which. */
function Over() {
  return (
    <Page
      title="This link does nothing any more"
      lede="It was used, or it is out of date. You can do the same where you sign in."
    >
      <div className="row">
        <ButtonLink href="/">Sign in</ButtonLink>
      </div>
    </Page>
  );
}
