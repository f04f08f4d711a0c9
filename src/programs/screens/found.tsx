// Founding a school: the page behind the one-time link that a new server prints.
import { type FormEvent, useState } from "react";
import { faultOf, useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { SelectField, TextField } from "../../web/ui/field.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { foundSchoolHere, getFounding } from "../founding-contract.ts";

const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => ({ value: zone, word: zone }));
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function Found({ secret }: { secret: string }) {
  const { data: link, error } = useRead(getFounding, { params: { secret } });
  const founding = useWrite(foundSchoolHere, { params: { secret } });
  const [given, setGiven] = useState({
    name: "",
    slug: "",
    timeZone: here,
    givenName: "",
    familyName: "",
    email: "",
    password: "",
  });
  if (!link) return <Waiting error={error} />;

  const field = (name: keyof typeof given) => ({
    value: given[name],
    onValue: (value: string) => setGiven({ ...given, [name]: value }),
    error: faultOf(founding.error, name),
  });
  const found = async (event: FormEvent) => {
    event.preventDefault();
    await founding.mutateAsync(given).then(
      () => window.location.assign("/"),
      () => undefined,
    );
  };
  return (
    <Page
      title="Found your school"
      lede="You become its first administrator: you invite everyone else and give offices. What people write stays closed to you."
    >
      <form onSubmit={(event) => void found(event)}>
        <Problem error={founding.error} />
        <Section title="The school">
          <Card className="form">
            <TextField label="Name" autoComplete="organization" {...field("name")} />
            <TextField
              label="Short name"
              hint="Small letters, digits and hyphens, such as wexcombe. People type it when they sign in."
              {...field("slug")}
            />
            <SelectField label="Time zone" hint="Days begin and end by it." options={zones} {...field("timeZone")} />
          </Card>
        </Section>
        <Section title="You">
          <Card className="form">
            <TextField label="Given name" autoComplete="given-name" {...field("givenName")} />
            <TextField label="Family name" autoComplete="family-name" {...field("familyName")} />
            <TextField label="Email address" type="email" autoComplete="email" {...field("email")} />
            <TextField
              label="Password"
              hint="At least 15 characters. A sentence works well."
              type="password"
              autoComplete="new-password"
              {...field("password")}
            />
          </Card>
        </Section>
        <Button kind="primary" type="submit" busy={founding.isPending}>
          Found the school
        </Button>
      </form>
    </Page>
  );
}
