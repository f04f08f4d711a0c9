// Correcting a name or an address, and noting that somebody left.
import { faultOf, useWrite } from "../../web/ask.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { changePerson } from "../person-contract.ts";
import type { Person } from "../person.ts";

export function CorrectPerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const changing = useWrite(changePerson, { params: { id: person.personId } });
  const fault = (field: string) => faultOf(changing.error, field);
  const change = ({ givenName = "", familyName = "", email = "", leftOn = "" }: Record<string, string>) =>
    changing.mutate({ givenName, familyName, email, leftOn: leftOn === "" ? null : leftOn }, { onSuccess: onClose });
  return (
    <Dialog title="Correct this person" isOpen onClose={onClose}>
      <Form
        act="Correct it"
        busy={changing.isPending}
        error={changing.error}
        fields={{ givenName: "Given name", familyName: "Family name", email: "Email address", leftOn: "Left on" }}
        onSubmit={change}
      >
        <TextField label="Given name" name="givenName" defaultValue={person.givenName} error={fault("givenName")} />
        <TextField label="Family name" name="familyName" defaultValue={person.familyName} error={fault("familyName")} />
        <TextField label="Email address" name="email" type="email" defaultValue={person.email} error={fault("email")} />
        <TextField
          label="Left on"
          name="leftOn"
          type="date"
          hint="Empty: still here. Who has left cannot sign in: their relationships end, what is proposed to them is withdrawn, and their record stays."
          defaultValue={person.leftOn ?? ""}
          error={fault("leftOn")}
        />
      </Form>
    </Dialog>
  );
}
