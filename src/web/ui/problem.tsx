// A refusal, said above the form it refuses.
import { capitalised } from "../../core/capitalised.ts";
import { useEffect, useRef } from "react";
import type { AskError } from "../ask.ts";
import { Icon } from "./icon.tsx";

/**
 * Says why, and names each field to change; takes the focus when it appears. Nothing without an error.
 *
 * @param isLive it appears while somebody is still typing, and leaves the focus where it is.
 * @param fields the words on screen of each field by its name in the request, e.g. `{ givenName: "Given name" }`.
 */
export function Problem({
  error,
  fields = {},
  isLive = false,
}: {
  error: AskError | null | undefined;
  fields?: Record<string, string>;
  isLive?: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error && !isLive) box.current?.focus();
  }, [error, isLive]);
  if (!error) return null;
  return (
    <div ref={box} className="notice stop" role="alert" tabIndex={-1}>
      <Icon name="alert" />
      <p>
        <b>{error.because}</b>
      </p>
      {error.faults.length > 0 && (
        <ul>
          {error.faults.map(({ field, because }) => (
            <li key={`${field} ${because}`}>
              {fields[field] ?? sentence(field)}: {because}
            </li>
          ))}
        </ul>
      )}
      {error.status === 401 && (
        <p>
          What you wrote is still here.{" "}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            Sign in in another window
          </a>
          , then try again here.
        </p>
      )}
      {error.id !== undefined && <p className="small">Id for your administrator: {error.id}</p>}
    </div>
  );
}

function sentence(field: string): string {
  const words = field
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[._]/g, " ")
    .toLowerCase();
  return capitalised(words);
}
