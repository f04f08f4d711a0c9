// Founding a school: the page behind the one-time link that a new server prints.
import { type FormEvent, useState } from "react";
import { faultOf, useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Link } from "../../web/ui/link.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { foundSchoolHere, getFounding } from "../founding-contract.ts";

const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => ({ value: zone, word: zone }));
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

const nothing = { name: "", slug: "", timeZone: here, givenName: "", familyName: "", email: "", password: "" };
type Given = typeof nothing;

const fields = { slug: "Short name", email: "Email address" };

export function Found({ secret }: { secret: string }) {
  const { data: link, error } = useRead(getFounding, { params: { secret } });
  const founding = useWrite(foundSchoolHere, { params: { secret } });
  const [given, setGiven] = useState(nothing);
  if (!link)
    return <Waiting error={error} wayOn={<Link href="/sign-in">Sign in, if the school is there already</Link>} />;

  const field: FieldOf = (name) => ({
    value: given[name],
    onValue: (value) => setGiven({ ...given, [name]: value }),
    error: faultOf(founding.error, name),
  });
  const found = (event: FormEvent) => {
    event.preventDefault();
    founding.mutate(given, { onSuccess: () => window.location.assign("/") });
  };
  const lede =
    "You become its first administrator: you invite everyone else and give offices. What people write stays closed to you.";
  return (
    <Page title="Found your school" lede={lede}>
      <form className="section" onSubmit={found}>
        <Problem error={founding.error} fields={fields} />
        <School field={field} />
        <You field={field} />
        <div>
          <Button kind="primary" type="submit" busy={founding.isPending}>
            Found the school
          </Button>
        </div>
      </form>
    </Page>
  );
}

type FieldOf = (name: keyof Given) => { value: string; onValue: (value: string) => void; error: string | undefined };

function School({ field }: { field: FieldOf }) {
  const hint = "Small letters, digits and hyphens, such as wexcombe. People type it when they sign in.";
  return (
    <Section title="The school">
      <Card className="section">
        <TextField label="Name" autoComplete="organization" {...field("name")} />
        <TextField label="Short name" hint={hint} {...field("slug")} />
        <SelectField label="Time zone" hint="Days begin and end by it." options={zones} {...field("timeZone")} />
      </Card>
    </Section>
  );
}

function You({ field }: { field: FieldOf }) {
  const hint = "At least 15 characters. A sentence works well.";
  return (
    <Section title="You">
      <Card className="section">
        <TextField label="Given name" autoComplete="given-name" {...field("givenName")} />
        <TextField label="Family name" autoComplete="family-name" {...field("familyName")} />
        <TextField label="Email address" type="email" autoComplete="email" {...field("email")} />
        <TextField label="Password" hint={hint} type="password" autoComplete="new-password" {...field("password")} />
      </Card>
    </Section>
  );
}
