// Buttons, and links that look like them.
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";
import { Link } from "./link.tsx";

type Look = {
  /** One primary per region; quiet for ways out. */
  kind?: "primary" | "second" | "quiet";
  small?: boolean;
  icon?: IconName;
  children?: ReactNode;
};

/** `busy` keeps it focusable, says so, and swallows presses. A disabled button needs its reason in words beside it. */
export function Button({
  kind,
  small,
  icon,
  busy,
  children,
  onClick,
  ...rest
}: Look & { busy?: boolean; ref?: Ref<HTMLButtonElement> } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      className={classOf(kind, small)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span className="spin" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({
  kind,
  small,
  icon,
  href,
  children,
  download,
}: Look & { href: string; download?: boolean }) {
  return (
    <Link className={classOf(kind, small)} href={href} {...(download ? { download: "" } : {})}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** Only an icon to see; `label` is its name. */
export function IconButton({
  icon,
  label,
  ...rest
}: { icon: IconName; label: string; ref?: Ref<HTMLButtonElement> } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" className="icon-button" aria-label={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}

function classOf(kind: Look["kind"] = "second", small = false): string {
  return `button${kind === "second" ? "" : ` ${kind}`}${small ? " sm" : ""}`;
}
