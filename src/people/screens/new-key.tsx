// Making an API key: its name, how long it lasts, and which part of one's own rights it carries.
import { useState } from "react";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Tick } from "../../web/ui/choice.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { addKey } from "../own-contract.ts";
import type { Capability } from "../roles.ts";
import { keyDaysMost } from "../sign-in.ts";
import { ShownOnce } from "../../web/ui/shown-once.tsx";

export function NewKey({ onClose }: { onClose: () => void }) {
  const [carried, setCarried] = useState<Capability[]>([]);
  const [readsOnly, setReadsOnly] = useState(false);
  const making = useWrite(addKey);
  if (making.data)
    return (
      <Dialog title="Your key" isOpen onClose={onClose} actions={<Button onClick={onClose}>I have copied it</Button>}>
        <ShownOnce label="Key" secret={making.data.secret} />
        <p className="small muted">Send it as “Authorization: Bearer” and the key.</p>
      </Dialog>
    );
  const make = ({ label = "", days = "" }: Record<string, string>) =>
    making.mutate({ label, days: Number(days), capabilities: carried, readsOnly });
  return (
    <Dialog title="Make an API key" isOpen onClose={onClose}>
      <Form
        act="Make it"
        busy={making.isPending}
        error={making.error}
        fields={{ label: "Name", days: "Days" }}
        onSubmit={make}
      >
        <TextField
          label="Name"
          name="label"
          hint="What uses it: nightly import."
          error={faultOf(making.error, "label")}
        />
        <TextField
          label="Days"
          name="days"
          inputMode="numeric"
          defaultValue="90"
          hint={`At most ${keyDaysMost}. You can end it any time.`}
          error={faultOf(making.error, "days")}
        />
        <Carried onCarried={setCarried} />
        <Tick checked={readsOnly} onValue={setReadsOnly} hint="It answers, signs and changes nothing in your name.">
          It only reads
        </Tick>
        <p className="small muted">
          It always carries what is your own, and never more than your offices allow on that day.
        </p>
      </Form>
    </Dialog>
  );
}

/** Which of one's rights the key carries; nothing to choose for who holds no office. */
function Carried({ onCarried }: { onCarried: (change: (before: Capability[]) => Capability[]) => void }) {
  const { may } = useMe();
  if (may.length === 0) return null;
  const carry = (capability: Capability, isOn: boolean) =>
    onCarried((before) => [...before.filter((one) => one !== capability), ...(isOn ? [capability] : [])]);
  return (
    <fieldset>
      <legend>It carries</legend>
      {may.map((capability) => (
        <Tick key={capability} onValue={(isOn) => carry(capability, isOn)}>
          {capability}
        </Tick>
      ))}
    </fieldset>
  );
}
