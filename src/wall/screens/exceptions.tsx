// Exceptions: who let which duty stand, for what reason and until when; and approving one.
import { useState } from "react";
import { useReadPages } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { ShowMore } from "../../web/ui/show-more.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { listExceptions } from "../contract.ts";
import { ExceptionTable } from "./exception-table.tsx";
import { ApproveException } from "./approve-exception.tsx";

export function Exceptions({ today }: { today: string }) {
  const { items, error, ...pages } = useReadPages(listExceptions, {});
  const [isApproving, setApproving] = useState(false);
  const mayApprove = useMe().may.includes("approve exceptions");
  return (
    <Section
      title="Exceptions"
      note={
        mayApprove ? (
          <Button small onClick={() => setApproving(true)}>
            Approve an exception
          </Button>
        ) : (
          "Approved by a dean."
        )
      }
    >
      {!items && <Waiting error={error} rows={2} />}
      {items?.length === 0 && (
        <Empty title="No exceptions.">
          Each one names who approved it, the reason and its last day, and is told to the learner.
        </Empty>
      )}
      {items !== undefined && items.length > 0 && (
        <Card flush>
          <ExceptionTable items={items} />
          <ShowMore {...pages} inCard />
        </Card>
      )}
      {isApproving && <ApproveException today={today} onClose={() => setApproving(false)} />}
    </Section>
  );
}
