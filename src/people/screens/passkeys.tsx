// One's passkeys and password: the ways in that nobody else keeps.
import { useState } from "react";
import { ask, AskError, faultOf, useRead, useWrite, useWriteEach } from "../../web/ask.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { addPasskey, changePassword, dropPasskey, listOwnPasskeys } from "../own-contract.ts";
import { passwordLengthLeast } from "../sign-in.ts";
import { hasPasskeys, newPasskey } from "./ceremony.ts";

export function Passkeys() {
  const { school } = useMe();
  const { data, error } = useRead(listOwnPasskeys);
  const dropping = useWriteEach(dropPasskey, { invalidate: [listOwnPasskeys] });
  const [open, setOpen] = useState<"passkey" | "password" | null>(null);
  if (!data) return <Waiting error={error} rows={2} />;
  const close = () => setOpen(null);
  return (
    <Section title="Your ways in">
      <Card className="section">
        <Problem error={dropping.error} />
        <ul role="list" className="divided">
          {data.items.map(({ passkeyId, label, createdAt }) => (
            <li key={passkeyId} className="row spread">
              <span>
                <b>{label}</b> <span className="muted">passkey, since {sayInstant(createdAt, school.timeZone)}</span>
              </span>
              <Button small onClick={() => dropping.mutate({ params: { id: passkeyId } })}>
                Take away<span className="vh"> the passkey {label}</span>
              </Button>
            </li>
          ))}
          <li className="row spread">
            <span>{data.hasPassword ? <b>A password</b> : "No password"}</span>
            <Button small onClick={() => setOpen("password")}>
              {data.hasPassword ? "Change it" : "Set one"}
              <span className="vh">: password</span>
            </Button>
          </li>
        </ul>
        {hasPasskeys() ? (
          <div className="row">
            <Button icon="key" onClick={() => setOpen("passkey")}>
              Add a passkey
            </Button>
          </div>
        ) : (
          <p className="small muted">
            A passkey needs this server to be reached by a name over https. Here you sign in with your password.
          </p>
        )}
      </Card>
      {open === "passkey" && <NewPasskey onClose={close} />}
      {open === "password" && <NewPassword hasOne={data.hasPassword} onClose={close} />}
    </Section>
  );
}

function NewPasskey({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [error, setError] = useState<AskError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const add = async ({ label = "" }: Record<string, string>) => {
    setBusy(true);
    setError(null);
    try {
      await ask(addPasskey, { body: { label: label.trim() || "Passkey", answer: await newPasskey() } });
      await client.invalidateQueries();
      toast("The passkey opens your account from now on.");
      onClose();
    } catch (refusal) {
      setError(refusal instanceof AskError ? refusal : null);
    }
    setBusy(false);
  };
  return (
    <Dialog title="Add a passkey" isOpen onClose={onClose}>
      <Form act="Make it" busy={isBusy} error={error} onSubmit={(values) => void add(values)}>
        <p>Your device or your security key asks you to confirm. Nothing secret reaches this server.</p>
        <TextField
          label="Name"
          name="label"
          hint="So that you know it again: my phone."
          error={faultOf(error, "label")}
        />
      </Form>
    </Dialog>
  );
}

function NewPassword({ hasOne, onClose }: { hasOne: boolean; onClose: () => void }) {
  const changing = useWrite(changePassword);
  const change = ({ before, password = "" }: Record<string, string>) =>
    changing.mutate(
      { password, ...(hasOne ? { before: before ?? "" } : {}) },
      { onSuccess: () => (toast("Changed. You are signed out everywhere else."), onClose()) },
    );
  return (
    <Dialog title={hasOne ? "Change your password" : "Set a password"} isOpen onClose={onClose}>
      <Form
        act={hasOne ? "Change it" : "Set it"}
        busy={changing.isPending}
        error={changing.error}
        fields={{ before: "Password now", password: "New password" }}
        onSubmit={change}
      >
        {hasOne && (
          <TextField
            label="Password now"
            name="before"
            type="password"
            autoComplete="current-password"
            error={faultOf(changing.error, "before")}
          />
        )}
        <TextField
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint={`At least ${passwordLengthLeast} characters. A sentence works well; no digits or signs are demanded.`}
          error={faultOf(changing.error, "password")}
        />
      </Form>
    </Dialog>
  );
}
