// Signing in with an address and a password.
import { useState } from "react";
import { ask, AskError, faultOf } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useSearch } from "../../web/ui/link.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { signIn } from "../contract.ts";
import { enterWithPasskey, hasPasskeys } from "./ceremony.ts";

export function SignIn() {
  const [search] = useSearch();
  const [error, setError] = useState<AskError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const goOn = async (entering: Promise<unknown>) => {
    setBusy(true);
    setError(null);
    await entering.then(
      () => window.location.assign(ownPath(search.to)),
      (refusal: unknown) => setError(refusal instanceof AskError ? refusal : null),
    );
    setBusy(false);
  };
  const enter = (values: Record<string, string>) => {
    const school = values.school?.trim() || search.school;
    const body = { email: values.email ?? "", password: values.password ?? "", ...(school ? { school } : {}) };
    void goOn(ask(signIn, { body }));
  };
  return (
    <Page title="Sign in" lede={`With what you chose when you were invited.${search.to === undefined ? "" : back}`}>
      <Card className="section">
        <Form
          act="Sign in"
          busy={isBusy}
          error={error}
          fields={{ email: "Email address", password: "Password", school: "School" }}
          onSubmit={enter}
        >
          <Credentials error={error} />
        </Form>
        {hasPasskeys() && (
          <div className="row">
            <Button icon="key" busy={isBusy} onClick={() => void goOn(enterWithPasskey())}>
              Sign in with a passkey
            </Button>
          </div>
        )}
      </Card>
      <p className="small muted">
        No account yet, or no way in any more? Ask your program office for a new invitation.
      </p>
    </Page>
  );
}

/** To whoever asked for a page, or whose sign-in ran out on one. */
const back = " Your sign-in ran out, or you are not signed in yet. Afterwards you are back where you were.";

/** The school is asked for only after a refusal: most servers hold one. */
function Credentials({ error }: { error: AskError | null }) {
  return (
    <>
      <TextField
        label="Email address"
        name="email"
        type="email"
        autoComplete="username"
        required
        error={faultOf(error, "email")}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={faultOf(error, "password")}
      />
      {error !== null && (
        <TextField
          label="School's short name"
          hint="Only when more than one school is on this server. Otherwise leave it empty."
          name="school"
          autoComplete="organization"
          error={faultOf(error, "school")}
        />
      )}
    </>
  );
}

/** Only a path of this server: an address from a link must not lead elsewhere after signing in. */
function ownPath(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : "/";
}
