// More acts than fit beside a row: a button that opens a menu.
import { Button } from "react-aria-components/Button";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

export interface MenuAct {
  id: string;
  words: string;
  icon?: IconName;
  /** Off, with the reason said behind it. */
  offBecause?: string;
  onAct: () => void;
}

/** `label` names whose acts they are: "More for Noah Brandt". Without `words` the button shows only an icon. */
export function ActionMenu({ label, words, acts }: { label: string; words?: string; acts: readonly MenuAct[] }) {
  return (
    <MenuTrigger>
      <Button className={words === undefined ? "icon-button" : "button sm"} aria-label={label}>
        {words}
        <Icon name={words === undefined ? "more" : "down"} />
      </Button>
      <Popover className="popover narrow" placement="bottom end" offset={6}>
        <Menu className="menu" aria-label={label}>
          {acts.map(({ id, words: act, icon, offBecause, onAct }) => (
            <MenuItem
              key={id}
              id={id}
              className="menu-item"
              textValue={act}
              isDisabled={offBecause !== undefined}
              onAction={onAct}
            >
              {icon && <Icon name={icon} />}
              <span>{act}</span>
              {offBecause !== undefined && <small>{offBecause}</small>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
