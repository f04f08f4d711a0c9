// The address behind which a program reads something without a session: shown once, made anew when somebody has it who should
// not, and turned off.
import { useState } from "react";
import type { Audience } from "../../people/audience.ts";
import type { FeedEndpoints } from "../../people/feed-contract.ts";
import { useRead, useWrite } from "../ask.ts";
import { Button } from "./button.tsx";
import { sayInstant } from "./dates.ts";
import { useMe } from "./me.ts";
import { Card, Section } from "./page.tsx";
import { Problem } from "./problem.tsx";
import { SeenChip } from "./seen-chip.tsx";
import { ShownOnce } from "./shown-once.tsx";

type Props = FeedEndpoints & {
  title: string;
  /** As in "Address of your calendar". */
  name: string;
  audience: Audience;
  /** What a program finds there; said while there is no address. */
  about: string;
};

export function FeedAddress({ title, name, audience, about, get, make, drop }: Props) {
  const { school } = useMe();
  const { data } = useRead(get);
  const [address, setAddress] = useState<string | null>(null);
  const making = useWrite(make, { invalidate: [get] });
  const dropping = useWrite(drop, { invalidate: [get] });
  if (!data) return null;
  const { madeAt } = data;
  const begin = () => making.mutate(undefined, { onSuccess: ({ path }) => setAddress(window.location.origin + path) });
  const end = () => dropping.mutate(undefined, { onSuccess: () => setAddress(null) });
  return (
    <Section title={title} note={<SeenChip of={name} audience={audience} />}>
      <Card className="section">
        <p>
          {madeAt === null
            ? about
            : `There is an address of ${name} since ${sayInstant(madeAt, school.timeZone)}. If somebody has it who should not, make a new one: the old one opens nothing any more.`}
        </p>
        <Problem error={making.error ?? dropping.error} />
        {address !== null && <ShownOnce label={`Address of ${name}`} secret={address} />}
        <div className="row">
          <Button icon={madeAt === null ? "plus" : "rotate"} busy={making.isPending} onClick={begin}>
            {madeAt === null ? "Make an address" : "Make a new address"}
          </Button>
          {madeAt !== null && (
            <Button kind="quiet" busy={dropping.isPending} onClick={end}>
              Turn it off
            </Button>
          )}
        </div>
      </Card>
    </Section>
  );
}
