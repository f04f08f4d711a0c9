// The imports of this school, the newest first, each with its way back within a day.
import { useState } from "react";
import { plural } from "../../core/plural.ts";
import type { ReplyOf } from "../../core/endpoint.ts";
import { useRead } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { getImports } from "../contract.ts";
import { TakeBack } from "./take-back.tsx";
import { numberOf } from "./words.ts";

type Past = ReplyOf<typeof getImports>["items"][number];

export function PastImports() {
  const { data, error } = useRead(getImports);
  const { timeZone } = useMe().school;
  const [asked, setAsked] = useState<Past | null>(null);
  const said = ({ madeAt }: Past) => sayInstant(madeAt, timeZone);
  const columns: Column<Past>[] = [
    { name: "When", isName: true, cell: said },
    { name: "Who", cell: ({ madeBy }) => madeBy },
    { name: "Files", cell: ({ files }) => files.join(", ") },
    { name: "New or changed", end: true, cell: ({ rows }) => numberOf(rows) },
    { name: "State", cell: (past) => <State past={past} said={said(past)} onTakeBack={() => setAsked(past)} /> },
  ];
  return (
    <Section title="Imports so far" note="Each can be taken back within 24 hours, while nobody has built on it.">
      {!data && <Waiting error={error} />}
      {data?.items.length === 0 && (
        <Empty title="No imports yet">The first one stands here, with who made it and a way back.</Empty>
      )}
      {data !== undefined && data.items.length > 0 && (
        <Card flush>
          <Table
            caption="Imports, newest first"
            columns={columns}
            rows={data.items}
            keyOf={({ importId }) => importId}
          />
        </Card>
      )}
      {asked && (
        <TakeBack
          importId={asked.importId}
          what={`The import of ${said(asked)}, ${plural(asked.rows, "record")},`}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}

function State({ past, said, onTakeBack }: { past: Past; said: string; onTakeBack: () => void }) {
  if (past.isUndone) return <StatusLine icon="undo">Taken back</StatusLine>;
  if (past.isEmpty) return <StatusLine kind="done">Brought nothing new</StatusLine>;
  if (past.inUse)
    return (
      <>
        <StatusLine kind="done">In use, so it stays</StatusLine>
        <span className="small muted block">
          Somebody of it signed, was matched, assessed or signed in. To put a mistake right, import a corrected file.
        </span>
      </>
    );
  if (!past.canUndo) return <StatusLine kind="done">In force</StatusLine>;
  return (
    <Button small icon="undo" aria-label={`Take back the import of ${said}`} onClick={onTakeBack}>
      Take back
    </Button>
  );
}
