// Places in a lane that one is not certified for stay empty: said once, before all that speaks of proposals.
import { roleOf } from "../../programs/program.ts";
import { listed } from "../../core/listed.ts";
import { Notice } from "../../web/ui/notice.tsx";
import { type EducatorLane, uncertifiedWords } from "../educator-home.ts";

export function Uncertified({ lanes }: { lanes: EducatorLane[] }) {
  const open = lanes.filter(({ certification }) => !certification.certified);
  if (open.length === 0) return null;
  const roles = open.map(({ program }) => roleOf[program]);
  return (
    <Notice
      title={`You are not certified as ${listed(roles)} yet, so nobody new is proposed to you there.`}
      icon="seal"
    >
      {open.map((lane) => (
        <p key={lane.program}>{uncertifiedWords(lane)}</p>
      ))}
    </Notice>
  );
}
