// Adding somebody who holds an office and is neither learner nor educator, so that a new school gets its first people.
import { faultOf, useWrite } from "../../web/ask.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { usePlace } from "../../web/ui/link.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { addOfficer } from "../access-contract.ts";
import { offices, type Office } from "../roles.ts";
import { officeWords } from "../saying.ts";

const words = { givenName: "Given name", familyName: "Family name", email: "Email address", office: "Office" };
const options = offices.map((value) => ({ value, word: officeWords[value] }));

export function AddOfficer({ onClose }: { onClose: () => void }) {
  const { go } = usePlace();
  const adding = useWrite(addOfficer);
  const fault = (field: string) => faultOf(adding.error, field);
  const add = ({ givenName = "", familyName = "", email = "", office = "" }: Record<string, string>) =>
    adding.mutate(
      { givenName, familyName, email, office: office as Office },
      {
        onSuccess: ({ personId }) => {
          toast(`${givenName} ${familyName} is added. An invitation lets them in.`);
          onClose();
          go(`/access?person=${personId}`);
        },
      },
    );
  return (
    <Dialog title="Add somebody for an office" isOpen onClose={onClose}>
      <Form act="Add them" busy={adding.isPending} error={adding.error} fields={words} onSubmit={add}>
        <TextField label={words.givenName} name="givenName" autoComplete="off" error={fault("givenName")} />
        <TextField label={words.familyName} name="familyName" autoComplete="off" error={fault("familyName")} />
        <TextField label={words.email} name="email" type="email" autoComplete="off" error={fault("email")} />
        <SelectField label={words.office} name="office" options={options} error={fault("office")} />
        <p className="small muted">Learners and educators are added by the coordinator or the registrar.</p>
      </Form>
    </Dialog>
  );
}
