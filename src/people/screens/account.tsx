// One's own account: the ways in, where one is signed in, and API keys.
import { useMe } from "../../web/ui/me.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { accountAudience } from "../audience.ts";
import { Passkeys } from "./passkeys.tsx";
import { Sessions } from "./sessions.tsx";

export function AccountScreen() {
  const { givenName, familyName, email, personId } = useMe();
  return (
    <Page title="Your account" lede={`${givenName} ${familyName}, ${email}`}>
      <div className="row">
        <ButtonLink small icon="user" href={`/people/${personId}`}>
          Your page
        </ButtonLink>
        <ButtonLink small icon="message" href="/account/mail">
          Mail to you
        </ButtonLink>
        <SeenChip of="your account" audience={accountAudience} />
      </div>
      <Passkeys />
      <Sessions />
    </Page>
  );
}
