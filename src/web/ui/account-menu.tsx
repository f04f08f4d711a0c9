// One's own account: who is signed in here, and signing out.
import type { Account } from "../../people/account.ts";
import { signOut, signOutEverywhere } from "../../people/contract.ts";
import { useWrite } from "../ask.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";
import { Avatar } from "./person.tsx";
import { Popup } from "./popup.tsx";
import { Problem } from "./problem.tsx";

export function AccountMenu({ me }: { me: Account }) {
  const words = (
    <>
      <Avatar givenName={me.givenName} familyName={me.familyName} />
      <span className="me-name">
        {me.givenName} {me.familyName}
      </span>
      <span className="vh">. Your account</span>
    </>
  );
  return (
    <Popup className="me" words={words} label="Your account" narrow>
      {(close) => <Panel me={me} close={close} />}
    </Popup>
  );
}

function Panel({ me, close }: { me: Account; close: () => void }) {
  const here = useWrite(signOut, { invalidate: [] });
  const everywhere = useWrite(signOutEverywhere, { invalidate: [] });
  // A full load, so that nothing read before stays in memory.
  const left = { onSuccess: () => window.location.assign("/sign-in") };
  return (
    <div className="account">
      <p>
        <b>
          {me.givenName} {me.familyName}
        </b>
        <span>{me.email}</span>
        <span>{me.school.name}</span>
      </p>
      <Problem error={here.error ?? everywhere.error} />
      <ul className="account-acts">
        <li>
          <Link className="button quiet" href="/account" onClick={close}>
            <Icon name="user" />
            Your account
          </Link>
        </li>
        <li>
          <Button kind="quiet" icon="door" busy={here.isPending} onClick={() => here.mutate(undefined, left)}>
            Sign out
          </Button>
        </li>
        <li>
          <Button
            kind="quiet"
            icon="lock"
            busy={everywhere.isPending}
            onClick={() => everywhere.mutate(undefined, left)}
          >
            Sign out everywhere
          </Button>
        </li>
      </ul>
    </div>
  );
}
