// The bar above every screen: the day, the way to any page or person, whose eyes one reads with, and the account.
import type { Account } from "../../people/account.ts";
import { AccountMenu } from "./account-menu.tsx";
import { Brand } from "./brand.tsx";
import { Button, ButtonLink, IconButton } from "./button.tsx";
import { sayLongDay } from "./dates.ts";
import { paletteKeys } from "./keys.ts";

type TopbarProps = {
  me: Account;
  /** Opens the way to any page or person. */
  onFind: () => void;
  /** Where a page puts what it says of itself. */
  onSlot: (slot: HTMLElement | null) => void;
};

export function Topbar({ me, onSlot, onFind }: TopbarProps) {
  return (
    <header className="topbar">
      <IconButton icon="menu" label="Menu" className="icon-button menu-button" popoverTarget="nav" />
      <span className="topbar-brand">
        <Brand />
      </span>
      <p className="context">
        {sayLongDay(me.school.today)}
        <span ref={onSlot} />
      </p>
      <div className="topbar-end">
        <span className="topbar-act">
          <Button kind="quiet" icon="search" aria-keyshortcuts="Control+K Meta+K" onClick={onFind}>
            <span>
              Go to <kbd aria-hidden="true">{paletteKeys.join(" ")}</kbd>
            </span>
          </Button>
        </span>
        <span className="topbar-act">
          <ButtonLink kind="quiet" icon="eye" href="/who-sees-what">
            <span>See as someone else</span>
          </ButtonLink>
        </span>
        <AccountMenu me={me} />
      </div>
    </header>
  );
}
