// The wall's check in a band on either home, in the words of the check itself.
import { type WallCheck, wallHeadline, wallSentences } from "../../wall/check.ts";
import { sayDay, sayTime } from "../../web/ui/dates.ts";
import { WallBand } from "../../web/ui/lane.tsx";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";

export function WallWords({ check }: { check: WallCheck }) {
  const { school } = useMe();
  const told = wallSentences(check, (day) => sayDay(day, school.today));
  return (
    <WallBand action={<Link href="/wall">See the check</Link>}>
      <b>{wallHeadline(check)}</b> {told.map(({ words }) => words).join(" ")} Checked today,{" "}
      {sayTime(check.checkedAt, school.timeZone)}.
    </WallBand>
  );
}
