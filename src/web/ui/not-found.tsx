// In place of a page that is not there, or broke.
import { useEffect } from "react";
import { Button, ButtonLink } from "./button.tsx";
import { Empty } from "./notice.tsx";
import { Page } from "./page.tsx";

export function NotFound() {
  return (
    <Page title="There is no such page">
      <Empty title="The address leads nowhere." action={<ButtonLink href="/">Go home</ButtonLink>}>
        It may have been typed wrongly, or what it showed is gone.
      </Empty>
    </Page>
  );
}

/** The screen itself broke; nothing that was saved is lost. */
export function Broken({ error }: { error: unknown }) {
  useEffect(() => console.error(error), [error]);
  return (
    <Page title="This page broke">
      <Empty
        title="Something went wrong on our side."
        action={<Button onClick={() => window.location.reload()}>Load the page again</Button>}
      >
        What you saved before is safe. If it happens again, tell your administrator which page it was.
      </Empty>
    </Page>
  );
}
