// A claim: written, or its next version, with its sources and its figure; and what the last version said otherwise.
import { useRead, useWriteEach } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { type Draft, useDraft } from "../../web/ui/draft.ts";
import { Form } from "../../web/ui/form.tsx";
import { Link, useSearch } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getClaim } from "../contract.ts";
import { listSources, writeClaim } from "../review-contract.ts";
import type { Claim } from "../claim.ts";
import type { Source } from "../source.ts";
import { useAfterSaving } from "./after-saving.ts";
import { type ClaimDraft, claimDraftOf, claimFieldsOf, claimKeyOf, claimText } from "./claim-draft.ts";
import { ClaimInputs, claimWords } from "./claim-inputs.tsx";
import { DifferenceText } from "./difference.tsx";
import { Unsaved } from "./unsaved.tsx";

export function WriteClaim() {
  const [{ key = "" }] = useSearch();
  const isNew = key === "";
  const sources = useRead(listSources);
  const past = useRead(getClaim, { params: { key }, query: {} }, { enabled: !isNew });
  const version = past.data?.versions[0]?.version;
  const newest = useRead(
    getClaim,
    { params: { key }, query: version === undefined ? {} : { version } },
    { enabled: version !== undefined },
  );
  if (!sources.data || (!isNew && !newest.data))
    return <Waiting error={sources.error ?? past.error ?? newest.error} rows={8} />;
  return <ClaimPage key={key} before={newest.data?.claim ?? null} sources={sources.data.items} />;
}

function ClaimPage({ before, sources }: { before: Claim | null; sources: Source[] }) {
  const { today } = useMe().school;
  const begin = claimDraftOf(before, today);
  const draft = useDraft(`claim.${before?.key ?? ""}`, before?.version ?? 0, begin);
  return (
    <Page
      title={before === null ? "Write a claim" : "The next version of a claim"}
      lede="One statement, what it rests on, and how far that carries."
    >
      <p className="row">
        <Link href="/library/review">Review desk</Link>
        {before !== null && <Link href={`/library/claims/${before.key}`}>The claim as it is read today</Link>}
      </p>
      <Card>
        <ClaimForm draft={draft} before={before} sources={sources} />
      </Card>
      {before !== null && (
        <Section title={`What changes from version ${before.version}`}>
          <DifferenceText before={claimText(begin)} after={claimText(draft.written)} />
        </Section>
      )}
    </Page>
  );
}

function ClaimForm({ draft, before, sources }: { draft: Draft<ClaimDraft>; before: Claim | null; sources: Source[] }) {
  const { written, base, forget } = draft;
  const key = before?.key ?? claimKeyOf(written);
  const writing = useWriteEach(writeClaim);
  const { after, isSubmitting } = useAfterSaving("claim", key);
  const save = (isToSubmit: boolean) => {
    const body = { ...claimFieldsOf(written), version: base };
    const onSuccess = ({ version }: { version: number }) => {
      forget();
      after(version, isToSubmit);
    };
    writing.mutate({ params: { key }, body }, { onSuccess });
  };
  const isBusy = writing.isPending || isSubmitting;
  return (
    <Form
      act="Save as a draft"
      busy={isBusy}
      error={writing.error}
      fields={claimWords}
      onSubmit={() => save(false)}
      beside={
        <Button busy={isBusy} onClick={() => save(true)}>
          Save and submit
        </Button>
      }
    >
      <Unsaved draft={draft} newest={before?.version ?? 0} />
      <ClaimInputs
        written={written}
        isNew={before === null}
        sources={sources}
        error={writing.error}
        onWritten={draft.set}
      />
    </Form>
  );
}
