// Where one is signed in, and one's API keys.
import { useState } from "react";
import { useRead, useWriteEach } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayInstant } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import type { OwnSession } from "../access.ts";
import { endOwnSession, listOwnSessions } from "../own-contract.ts";
import { NewKey } from "./new-key.tsx";

export function Sessions() {
  const { timeZone } = useMe().school;
  const { data, error } = useRead(listOwnSessions);
  const ending = useWriteEach(endOwnSession, { invalidate: [listOwnSessions] });
  const [isMaking, setMaking] = useState(false);
  if (!data) return <Waiting error={error} rows={3} />;
  const end = ({ sessionId }: OwnSession) => ending.mutate({ params: { id: sessionId } });
  const keys = data.items.filter(({ kind }) => kind === "key");
  const signIns = data.items.filter(({ kind }) => kind === "browser");
  const make = (
    <Button small icon="plus" onClick={() => setMaking(true)}>
      Make a key
    </Button>
  );
  return (
    <>
      <Problem error={ending.error} />
      <Section title="Where you are signed in">
        <Card flush>
          <Table
            caption="Sign-ins"
            columns={columnsFor("Sign out", timeZone, end)}
            rows={signIns}
            keyOf={({ sessionId }) => sessionId}
          />
        </Card>
      </Section>
      <Section title="API keys" note={make}>
        {keys.length === 0 ? (
          <Empty title="No keys">
            A key lets a program of yours ask this server in your name, with a part of your rights.
          </Empty>
        ) : (
          <Card flush>
            <Table
              caption="API keys"
              columns={keyColumnsFor(timeZone, end)}
              rows={keys}
              keyOf={({ sessionId }) => sessionId}
            />
          </Card>
        )}
      </Section>
      {isMaking && <NewKey onClose={() => setMaking(false)} />}
    </>
  );
}

function keyColumnsFor(timeZone: string, onEnd: (session: OwnSession) => void): Column<OwnSession>[] {
  const columns = columnsFor("End it", timeZone, onEnd);
  const carries = ({ capabilities, readsOnly }: OwnSession) =>
    `${capabilities?.join(", ") || "Only what is your own"}${readsOnly ? "; it only reads" : ""}`;
  return columns.toSpliced(1, 0, { name: "Carries", cell: carries });
}

function columnsFor(act: string, timeZone: string, onEnd: (session: OwnSession) => void): Column<OwnSession>[] {
  return [
    { name: "What", isName: true, cell: ({ label }) => label },
    { name: "Since", cell: ({ createdAt }) => sayInstant(createdAt, timeZone) },
    { name: "Until", cell: ({ expiresAt }) => sayInstant(expiresAt, timeZone) },
    {
      name: act,
      hideName: true,
      end: true,
      cell: (session) =>
        session.isThisOne ? (
          <StatusLine kind="done">Here</StatusLine>
        ) : (
          <Button small onClick={() => onEnd(session)}>
            {act}
            <span className="vh">: {session.label}</span>
          </Button>
        ),
    },
  ];
}
