// A source: added, or revised where it was found at last or is cited wrongly; and whether it is retracted.
import { useRead, useWriteEach } from "../../web/ask.ts";
import { type Draft, useDraft } from "../../web/ui/draft.ts";
import { Form } from "../../web/ui/form.tsx";
import { Link, usePlace, useSearch } from "../../web/ui/link.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { addSource, listSources, reviseSource } from "../review-contract.ts";
import { keyFrom, type Source, type SourceFields } from "../source.ts";
import { RetractionLook } from "./retraction-look.tsx";
import { SourceInputs, type SourceWords, sourceWords } from "./source-inputs.tsx";
import { Unsaved } from "./unsaved.tsx";

export function WriteSource() {
  const [{ key }] = useSearch();
  const { data, error } = useRead(listSources);
  if (!data) return <Waiting error={error} rows={6} />;
  const source = data.items.find((one) => one.key === key) ?? null;
  return <SourcePage key={source?.key ?? ""} source={source} />;
}

const blank: SourceWords = {
  key: "",
  authors: "",
  title: "",
  journal: "",
  year: "",
  locator: "",
  doi: "",
  pmid: "",
  pmcid: "",
  url: "",
  isVerified: false,
  note: "",
};

function SourcePage({ source }: { source: Source | null }) {
  const draft = useDraft(`source.${source?.key ?? ""}`, source?.version ?? 0, begin(source));
  return (
    <Page
      title={source === null ? "Add a source" : "Revise a source"}
      lede={
        source === null
          ? "A paper, a standard or a page that claims can rest on."
          : "What was approved on it before is asked anew: whoever approved it had read another source."
      }
    >
      <p>
        <Link href="/library/sources">All sources</Link>
      </p>
      <Card>
        <SourceForm source={source} draft={draft} />
      </Card>
      {source !== null && <RetractionLook source={source} />}
    </Page>
  );
}

function SourceForm({ source, draft }: { source: Source | null; draft: Draft<SourceWords> }) {
  const { written, base, forget } = draft;
  const { go } = usePlace();
  const adding = useWriteEach(addSource);
  const revising = useWriteEach(reviseSource);
  const { isPending, error } = source === null ? adding : revising;
  const onSuccess = () => {
    forget();
    toast(source === null ? "Added." : "Revised.");
    go("/library/sources");
  };
  const save = () => {
    const { key, ...fields } = fieldsOf(written);
    if (source === null) adding.mutate({ body: { key, ...fields } }, { onSuccess });
    else revising.mutate({ params: { key: source.key }, body: { ...fields, version: base } }, { onSuccess });
  };
  return (
    <Form
      act={source === null ? "Add the source" : "Save the revision"}
      busy={isPending}
      error={error}
      fields={sourceWords}
      onSubmit={save}
      beside={<Unsaved draft={draft} newest={source?.version ?? 0} />}
    >
      <SourceInputs written={written} isNew={source === null} error={error} onWritten={draft.set} />
    </Form>
  );
}

function begin(source: Source | null): SourceWords {
  if (source === null) return blank;
  const { authors, title, journal, locator, doi, pmid, pmcid, url, isVerified, note, key, year } = source;
  const words = { authors, title, journal, locator, doi, pmid, pmcid, url, isVerified, note, key };
  return { ...words, year: year === null ? "" : String(year) };
}

function fieldsOf({ year, key, title, ...words }: SourceWords): SourceFields {
  // What is no year is sent as one that there was not, so that the refusal says what to do.
  const asNumber = /^\d{1,4}$/.test(year.trim()) ? Number(year) : 0;
  return { ...words, title, key: key || keyFrom(title), year: year.trim() === "" ? null : asNumber };
}
