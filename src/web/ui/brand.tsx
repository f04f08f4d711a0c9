// The product's sign and name.
import { Link } from "./link.tsx";

/** Three lanes, side by side; leads home. */
export function Brand() {
  return (
    <Link className="brand" href="/">
      <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 3.5c4.5 4.5 4.5 12.5 0 17" />
        <path d="M10 3.5c4.5 4.5 4.5 12.5 0 17" />
        <path d="M16 3.5c4.5 4.5 4.5 12.5 0 17" />
      </svg>
      <span>Chiron</span>
    </Link>
  );
}
