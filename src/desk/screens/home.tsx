// The front page: a learner's home, an educator's home, or the page that an office works on.
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Account } from "../../people/account.ts";
import { workplaceOf } from "../../web/page-entry.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Page } from "../../web/ui/page.tsx";
import { EducatorHomeScreen } from "./educator-home.tsx";
import { LearnerHomeScreen } from "./learner-home.tsx";

/** Who is both has both: `?as=educator`. */
export function Home() {
  const me = useMe();
  const [search] = useSearch();
  const isBoth = me.isLearner && me.isEducator;
  if (me.isLearner && !(isBoth && search.as === "educator"))
    return <LearnerHomeScreen end={isBoth ? <Other href="/?as=educator" words="As an educator" /> : undefined} />;
  if (me.isEducator) return <EducatorHomeScreen end={isBoth ? <Other href="/" words="As a learner" /> : undefined} />;
  const place = workplaceOf(me);
  return place === null ? <Welcome me={me} /> : <MoveOn to={place} />;
}

function Other({ href, words }: { href: string; words: string }) {
  return (
    <ButtonLink href={href} icon="swap">
      {words}
    </ButtonLink>
  );
}

/** Replaces this page, so that "back" does not lead into it again. */
function MoveOn({ to }: { to: string }) {
  const { history } = useRouter();
  useEffect(() => history.replace(to), [history, to]);
  return <output className="vh">Opening your page</output>;
}

function Welcome({ me }: { me: Account }) {
  return (
    <Page title={`Welcome, ${me.givenName}`}>
      <Empty
        title="Nothing waits for you here"
        action={
          <ButtonLink href="/charters" icon="file">
            Read the three charters
          </ButtonLink>
        }
      >
        When something does, it stands on this page. The charters say what each program is for.
      </Empty>
    </Page>
  );
}
