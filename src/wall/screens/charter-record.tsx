// A charter's acknowledgement and its versions.
import type { Charter } from "../../programs/charter.ts";
import { acknowledgeCharter, type CharterNow, listCharters, listVersions } from "../../programs/contract.ts";
import type { Program } from "../../programs/program.ts";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayShortDay } from "../../web/ui/dates.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { Lines } from "./lines.tsx";

export function Acknowledge({ charter: { program, inForce, acknowledged } }: { charter: CharterNow }) {
  const acknowledging = useWrite(acknowledgeCharter, { params: { program }, invalidate: [listCharters] });
  if (acknowledged) return <StatusLine kind="done">You acknowledged version {inForce.version}</StatusLine>;
  return (
    <>
      <Problem error={acknowledging.error} />
      <div className="row">
        <Button
          kind="primary"
          icon="check"
          busy={acknowledging.isPending}
          onClick={() => acknowledging.mutate({ version: inForce.version })}
        >
          I have read it
        </Button>
      </div>
    </>
  );
}

export function Versions({ program }: { program: Program }) {
  const { data } = useRead(listVersions, { params: { program } });
  const line = ({ version, inForceFrom, because }: Charter) =>
    `Version ${version}, from ${sayShortDay(inForceFrom, true)}: ${because}`;
  return <Lines title="Versions, newest first" lines={data?.map(line) ?? []} />;
}
