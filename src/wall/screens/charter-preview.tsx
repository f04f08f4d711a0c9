// What a changed charter would bring, asked of the server half a second after the last key.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { BodyOf, ReplyOf } from "../../core/endpoint.ts";
import type { Program } from "../../programs/program.ts";
import { ask, type AskError } from "../../web/ask.ts";
import { saySpan } from "../../web/ui/dates.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { previewCharter } from "../charter-contract.ts";
import { dutyWords } from "../rule.ts";
import { bodyWords } from "../rule-change.ts";

type Reply = ReplyOf<typeof previewCharter>;
type Preview = { data: Reply | undefined; error: AskError | null; isSame: boolean };
const pauseMs = 500;

/**
 * Nothing is asked while nothing differs from `same`, nor once it is being saved: the version that was saved makes the
 * draft one on an older version, and the server refuses to preview that.
 */
export function usePreview(
  program: Program,
  proposal: BodyOf<typeof previewCharter>,
  same: string,
  isSaving: boolean,
): Preview {
  const text = JSON.stringify(proposal);
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, error } = useQuery<Reply, AskError>({
    queryKey: ["charter preview", program, asked],
    queryFn: ({ signal }) =>
      ask(previewCharter, { params: { program }, body: JSON.parse(asked) as BodyOf<typeof previewCharter>, signal }),
    placeholderData: keepPreviousData,
    retry: false,
    enabled: asked !== same && !isSaving,
  });
  return { data, error, isSame: asked === same || error?.rule === "charter.same" };
}

export function CharterPreview({ preview: { data, error, isSame } }: { preview: Preview }) {
  return (
    <Section title="What it would bring" note="Nothing is kept yet.">
      {isSame && <Empty title="Nothing differs yet.">Change something above, and read here what it brings.</Empty>}
      {error && !isSame && <Problem error={error} fields={bodyWords} isLive />}
      {data && !error && !isSame && (
        <>
          <Changes changes={data.changes} />
          <Conflicts conflicts={data.conflicts} />
          <Places places={data.places} />
        </>
      )}
    </Section>
  );
}

const columns: Column<Reply["changes"][number]>[] = [
  { name: "What changes", isName: true, cell: ({ label }) => label },
  { name: "Before", cell: ({ before }) => <del className="diff">{before}</del> },
  { name: "After", cell: ({ after }) => <ins className="diff">{after}</ins> },
];

function Changes({ changes }: { changes: Reply["changes"] }) {
  return (
    <Card flush>
      <Table caption="What changes" columns={columns} rows={changes} keyOf={({ field }) => field} />
    </Card>
  );
}

function Conflicts({ conflicts }: { conflicts: Reply["conflicts"] }) {
  if (conflicts.length === 0) return <p>It sets nobody against the wall.</p>;
  return (
    <Card className="plain-sheet">
      <h3>{conflicts.length === 1 ? "One pair" : `${conflicts.length} pairs`} would collide</h3>
      <ul>
        {conflicts.map(({ learner, learnerId, educator, educatorId, wall, duty, against, from, to }) => (
          <li key={`${learnerId} ${educatorId} ${wall} ${from}`}>
            <b>
              {learner}, {educator}
            </b>
            : {dutyWords[duty]}
            {against === null ? ", and the two are not available to each other" : `, and ${dutyWords[against]}`},{" "}
            {saySpan({ from, to }, true)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const kindWords = { module: "would have to be completed", validity: "would have run out", ratio: "at a time" };

function Places({ places: { items, before, after } }: { places: Reply["places"] }) {
  if (items.length === 0) return <p>It costs no places: {after.places} with certified educators, as before or more.</p>;
  return (
    <Card className="plain-sheet">
      <h3>
        {before.places - after.places} of {before.places} places would be lost
      </h3>
      <ul>
        {items.map(({ kind, name, places, educators }) => (
          <li key={`${kind} ${name}`}>
            {name} {kindWords[kind]}: {places} places
            {kind !== "ratio" && ` of ${educators === 1 ? "1 educator" : `${educators} educators`}`}
          </li>
        ))}
      </ul>
      <p className="small muted">
        Each change by itself; educators who lack two modules count in both. Certified after it: {after.educators} of{" "}
        {before.educators}.
      </p>
    </Card>
  );
}
