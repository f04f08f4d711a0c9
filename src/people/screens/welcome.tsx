// The page behind an invitation: whom it is for, and the password that opens the account.
import { ask, AskError, faultOf, useRead } from "../../web/ask.ts";
import { useState } from "react";
import { Button } from "../../web/ui/button.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { Link } from "../../web/ui/link.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { acceptInvitation, getInvitation } from "../contract.ts";
import { passwordLengthLeast } from "../sign-in.ts";
import { hasPasskeys, invitedPasskey } from "./ceremony.ts";

export function Welcome({ secret }: { secret: string }) {
  const { data: invited, error: absent } = useRead(getInvitation, { params: { secret } });
  const { accept, error, isBusy } = useAccepting(secret);
  if (!invited)
    return <Waiting error={absent} wayOn={<Link href="/sign-in">Sign in, if you have opened your account</Link>} />;

  const hint = `At least ${passwordLengthLeast} characters. A sentence works well; no digits or signs are demanded.`;
  return (
    <Page
      title={`Welcome, ${invited.givenName}`}
      lede={`${invited.school} has invited ${invited.email}. Choose how you get in.`}
    >
      <Card className="section">
        <Form
          act="Open my account"
          busy={isBusy}
          error={error}
          fields={{ password: "Password" }}
          onSubmit={({ password = "" }) => void accept(() => Promise.resolve({ password }))}
        >
          <TextField
            label="Password"
            hint={hint}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            error={faultOf(error, "password")}
          />
        </Form>
        {hasPasskeys() && (
          <ByPasskey
            isBusy={isBusy}
            onChosen={() => void accept(async () => ({ passkey: await invitedPasskey(secret) }))}
          />
        )}
      </Card>
      <p className="small muted">
        The link works once. Nobody at your school can read your password, and nobody can sign in as you.
      </p>
    </Page>
  );
}

function useAccepting(secret: string) {
  const [error, setError] = useState<AskError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const accept = async (way: () => Promise<{ password: string } | { passkey: never }>) => {
    setBusy(true);
    setError(null);
    await way()
      .then((body) => ask(acceptInvitation, { params: { secret }, body }))
      .then(
        () => window.location.assign("/"),
        (refusal: unknown) => setError(refusal instanceof AskError ? refusal : null),
      );
    setBusy(false);
  };
  return { accept, error, isBusy };
}

function ByPasskey({ isBusy, onChosen }: { isBusy: boolean; onChosen: () => void }) {
  return (
    <div className="row">
      <Button icon="key" busy={isBusy} onClick={onChosen}>
        Use a passkey instead
      </Button>
      <span className="small muted">Your device or security key confirms that it is you.</span>
    </div>
  );
}
