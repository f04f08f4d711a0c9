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
  const again = <Button onClick={() => window.location.reload()}>Load the page again</Button>;
  if (isUnloaded(error))
    return (
      <Page title="This page is not here yet">
        <Empty title="It could not be loaded." action={again}>
          Check your connection. If Chiron was updated a moment ago, loading the page again is enough.
        </Empty>
      </Page>
    );
  return (
    <Page title="This page broke">
      <Empty title="Something went wrong on our side." action={again}>
        What you saved before is safe. If it happens again, tell your administrator which page it was.
      </Empty>
    </Page>
  );
}

/** As the browsers say that a part of the app did not arrive. */
function isUnloaded(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script failed/i.test(error.message);
}
