// Every component in its states, to look at while building; reached at /states.
import { Page } from "./page.tsx";

export function Gallery() {
  return <Page title="Components and states" />;
}
