// How many learners an educator takes, lane by lane.
import { setPlaces } from "../../people/person-contract.ts";
import type { Person, Places } from "../../people/person.ts";
import { programs, roleOf } from "../../programs/program.ts";
import { faultOf, useWrite } from "../../web/ask.ts";
import { TextField } from "../../web/ui/field.tsx";
import { Facts } from "../../web/ui/figures.tsx";
import { Form } from "../../web/ui/form.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { toast } from "../../web/ui/toast.tsx";

export function PersonPlaces({ person: { personId }, places }: { person: Person; places: Places }) {
  const { may, personId: me } = useMe();
  const mayChange = may.includes("edit people") || me === personId;
  return (
    <Section title="Places" note="How many learners, at the most">
      <Card>
        {mayChange ? (
          <PlacesForm personId={personId} places={places} />
        ) : (
          <Facts facts={programs.map((program) => [`As ${roleOf[program]}`, String(places[program] ?? 0)] as const)} />
        )}
      </Card>
    </Section>
  );
}

function PlacesForm({ personId, places }: { personId: string; places: Places }) {
  const setting = useWrite(setPlaces, { params: { id: personId } });
  const set = (values: Record<string, string>) =>
    setting.mutate(
      { places: Object.fromEntries(programs.map((program) => [program, Number(values[program] || "0")])) },
      { onSuccess: () => toast("Written.") },
    );
  return (
    <Form
      act="Write the places"
      busy={setting.isPending}
      error={setting.error}
      fields={Object.fromEntries(programs.map((program) => [`places.${program}`, `As ${roleOf[program]}`]))}
      onSubmit={set}
    >
      <div className="list-filters">
        {programs.map((program) => (
          <div key={program}>
            <Plate lane={program} />
            <TextField
              label={`As ${roleOf[program]}`}
              name={program}
              inputMode="numeric"
              defaultValue={String(places[program] ?? 0)}
              error={faultOf(setting.error, `places.${program}`)}
            />
          </div>
        ))}
      </div>
    </Form>
  );
}
