// The page behind an invitation: whom it is for, and the password that opens the account.
import { ask, AskError, faultOf, useRead } from "../../web/ask.ts";
import { useState } from "react";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { acceptInvitation, getInvitation } from "../contract.ts";
import { passwordLengthLeast } from "../sign-in.ts";

export function Welcome({ secret }: { secret: string }) {
  const { data: invited, error: absent } = useRead(getInvitation, { params: { secret } });
  const [error, setError] = useState<AskError | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (!invited) return <Waiting error={absent} />;

  const accept = async ({ password = "" }: Record<string, string>) => {
    setBusy(true);
    await ask(acceptInvitation, { params: { secret }, body: { password } }).then(
      () => window.location.assign("/"),
      (refusal: unknown) => setError(refusal instanceof AskError ? refusal : null),
    );
    setBusy(false);
  };
  const hint = `At least ${passwordLengthLeast} characters. A sentence works well; no digits or signs are demanded.`;
  return (
    <Page
      title={`Welcome, ${invited.givenName}`}
      lede={`${invited.school} has invited ${invited.email}. Choose a password, and you are in.`}
    >
      <Card className="section">
        <Form
          act="Open my account"
          busy={isBusy}
          error={error}
          fields={{ password: "Password" }}
          onSubmit={(values) => void accept(values)}
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
      </Card>
      <p className="small muted">
        The link works once. Nobody at your school can read your password, and nobody can sign in as you.
      </p>
    </Page>
  );
}
