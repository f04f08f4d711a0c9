// In place of what is not there yet, or could not be had.
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useContext } from "react";
import type { AskError } from "../ask.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { FrameContext, Page, useInsidePage } from "./page.tsx";

/**
 * For `if (!data) return <Waiting error={error} />`: grey rows while waiting, the refusal with "Try again" after.
 * Returned in place of a whole page it brings the page's title along.
 */
export function Waiting({
  error,
  rows = 3,
  label = "Loading",
  wayOn,
}: {
  error?: AskError | null;
  rows?: number;
  label?: string;
  /** Where to go instead, under what is not to be had. */
  wayOn?: ReactNode;
}) {
  const isInside = useInsidePage();
  const { title } = useContext(FrameContext);
  const content = error ? <Failed error={error} wayOn={wayOn} /> : <Skeleton rows={rows} label={label} />;
  return isInside ? content : <Page title={title}>{content}</Page>;
}

function Skeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div className="card waiting" aria-busy="true">
      <output className="vh">{label}</output>
      <span className="skel short" />
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="skel tall" />
      ))}
    </div>
  );
}

function Failed({ error, wayOn }: { error: AskError; wayOn: ReactNode }) {
  const client = useQueryClient();
  const again = () => client.refetchQueries({ predicate: ({ state }) => state.status === "error" });
  const isHidden = error.status === 403 || error.status === 404;
  if (error.status === 422) return <WrongAddress />;
  return (
    <div className="card waiting" role="alert">
      <p className="waiting-head">
        <Icon name={isHidden ? "eye-off" : "alert"} />
        <b>{isHidden ? "This is not yours to open, or it is not there." : "We could not load this."}</b>
      </p>
      <p>{error.because}</p>
      {error.id !== undefined && <p className="small muted">Id for your administrator: {error.id}</p>}
      {!isHidden && (
        <div className="row">
          <Button small onClick={again}>
            Try again
          </Button>
        </div>
      )}
      {isHidden && wayOn !== undefined && <p>{wayOn}</p>}
    </div>
  );
}

/** What a page reads follows from its address alone, and the same address again is refused again. */
function WrongAddress() {
  return (
    <div className="card waiting" role="alert">
      <p className="waiting-head">
        <Icon name="alert" />
        <b>This address is not complete.</b>
      </p>
      <p>Part of it is missing or wrong. Open the link once more from where you got it, or ask for a new one.</p>
    </div>
  );
}
