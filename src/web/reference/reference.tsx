// The API, readable: every operation under its heading, drawn from /openapi.json and from nothing else.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { AskError } from "../ask.ts";
import { TextField } from "../ui/field.tsx";
import { Empty } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { type Heading, headingsOf, type OpenApi } from "./document.ts";
import { OperationCard } from "./operation-card.tsx";

export function Reference() {
  const { data: document, error } = useQuery<OpenApi, AskError>({
    queryKey: ["openapi"],
    queryFn: readDocument,
    staleTime: Infinity,
  });
  return (
    <Page title="The API" lede={document ? firstOf(document) : undefined}>
      <div className="reference">{document ? <Inside document={document} /> : <Waiting error={error} rows={8} />}</div>
    </Page>
  );
}

async function readDocument(): Promise<OpenApi> {
  const response = await fetch("/openapi.json").catch(() => null);
  if (response?.ok) return (await response.json()) as OpenApi;
  throw new AskError(response?.status ?? 0, {
    rule: "api.document",
    because: "The API’s description could not be loaded. Try again in a moment.",
  });
}

/** What the document says about itself comes in paragraphs; the first is the page's lede. */
function paragraphsOf({ info }: OpenApi): string[] {
  return info.description.split("\n\n");
}

function firstOf(document: OpenApi): string | undefined {
  return paragraphsOf(document)[0];
}

function Inside({ document }: { document: OpenApi }) {
  const [words, setWords] = useState("");
  const headings = headingsOf(document, words);
  const count = headings.reduce((sum, { operations }) => sum + operations.length, 0);
  useArrival();
  return (
    <>
      <Section title="How it answers">
        <div className="prose">
          {paragraphsOf(document)
            .slice(1)
            .map((text) => (
              <p key={text}>{text}</p>
            ))}
          <p>
            For programs: <a href="/openapi.json">the same as OpenAPI 3.1</a>, and{" "}
            <a href="/problems">every rule by which it refuses</a>. The command line and the package’s client speak to
            these addresses, too.
          </p>
        </div>
      </Section>
      <div className="reference-find">
        <TextField
          label="Find an operation"
          hint="By what it does, its address, or who may: “proposals”, “POST”, “see people”."
          type="search"
          value={words}
          onValue={setWords}
        />
        <output>{count === 1 ? "1 operation" : `${count} operations`}</output>
      </div>
      {headings.length === 0 ? (
        <Empty title="No operation has these words">Try a shorter word, or one of an address.</Empty>
      ) : (
        <>
          {words === "" && <Contents headings={headings} />}
          {headings.map((heading) => (
            <Section key={heading.name} title={heading.name} id={idOf(heading)} note={countOf(heading)}>
              <Operations heading={heading} />
            </Section>
          ))}
        </>
      )}
    </>
  );
}

function Contents({ headings }: { headings: Heading[] }): ReactNode {
  return (
    <nav aria-label="Headings">
      <ul className="reference-contents">
        {headings.map((heading) => (
          <li key={heading.name}>
            <a href={`#${idOf(heading)}`}>{heading.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Operations({ heading }: { heading: Heading }) {
  return (
    <ul className="reference-list">
      {heading.operations.map((operation) => (
        <li key={operation.id}>
          <OperationCard operation={operation} />
        </li>
      ))}
    </ul>
  );
}

function idOf({ name }: Heading): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

function countOf({ operations }: Heading): string {
  return operations.length === 1 ? "1 operation" : `${operations.length} operations`;
}

/** Whoever comes by a link to one operation or heading finds it open and in view, though it was drawn after the page came. */
function useArrival(): void {
  useEffect(() => {
    const target = window.document.getElementById(window.location.hash.slice(1));
    if (target instanceof HTMLDetailsElement) target.open = true;
    target?.scrollIntoView();
  }, []);
}
