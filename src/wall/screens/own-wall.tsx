// Where the reader stands themselves: what a learner is promised, their stands, exceptions about them, and conflicts they declared.
import { useRead } from "../../web/ask.ts";
import { lastOf, sayDay, saySpan, sayShortDay, sayTime } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { type WallCheck, wallHeadline, wallSentences } from "../check.ts";
import { getMine } from "../contract.ts";
import { dutyWords, placesWords, plainPlaces } from "../rule.ts";
import { byDuty, type DutyStands, type Stand } from "../stand.ts";
import { ownStandsAudience } from "../audience.ts";
import { Conflicts } from "./conflicts.tsx";
import { ExceptionTable } from "./exception-table.tsx";

export function OwnWall() {
  const { personId } = useMe();
  const { data: mine, error } = useRead(getMine);
  if (!mine) return <Waiting error={error} />;
  return (
    <>
      {mine.asLearner !== null && <Checked check={mine.asLearner} title="What you are promised" />}
      {mine.asEducator !== null && <Checked check={mine.asEducator} title="Whom you guide, and whom you assess" />}
      <Section title="Where you stand" note={<SeenChip of="where you stand" audience={ownStandsAudience} />}>
        {mine.stands.length === 0 ? (
          <Empty title="Nowhere yet.">When somebody guides you, or you guide or assess somebody, it stands here.</Empty>
        ) : (
          <Card flush>
            <Stands stands={mine.stands} />
          </Card>
        )}
      </Section>
      {mine.exceptions.length > 0 && (
        <Section title="Exceptions about you">
          <Card flush>
            <ExceptionTable items={mine.exceptions} readerId={personId} />
          </Card>
        </Section>
      )}
      <Conflicts conflicts={mine.conflicts} />
    </>
  );
}

function Duty({ stand: { duty, about }, isTheirs }: { stand: Stand; isTheirs: boolean }) {
  return (
    <span className="block first-up">
      {isTheirs ? dutyWords[duty] : `your duty: ${dutyWords[duty]}`}
      {about !== "" && <span className="small muted block">{about}</span>}
    </span>
  );
}

function Checked({ check, title }: { check: WallCheck; title: string }) {
  const { school } = useMe();
  return (
    <Section title={title} note={`Checked today, ${sayTime(check.checkedAt, school.timeZone)}`}>
      <Card className="section">
        <p>
          <b>{wallHeadline(check)}</b>
        </p>
        <ul role="list" className="promises">
          {wallSentences(check, (day) => sayDay(day, school.today)).map(({ kind, words }) => (
            <li key={words}>
              <StatusLine kind={kind}>{words}</StatusLine>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Stands({ stands }: { stands: Stand[] }) {
  const { personId } = useMe();
  const rows = byDuty(stands);
  const exceptedWith = (educatorId: string) =>
    stands.filter((stand) => stand.excepted && stand.educatorId === educatorId).map(({ wall }) => wall);
  const cools = ({ to, coolsUntil }: Stand) => coolsUntil !== null && coolsUntil !== to;
  const columns: Column<DutyStands>[] = [
    {
      name: "Toward",
      isName: true,
      cell: ({ learnerId, learner, educator }) => (learnerId === personId ? educator : learner),
    },
    {
      name: "What",
      cell: (stand) => <Duty stand={stand} isTheirs={stand.learnerId === personId} />,
    },
    {
      name: rows.some(({ learnerId }) => learnerId === personId) ? "What it means" : "Wall and side",
      // A learner reads what it means for them; the names of walls and sides are the offices'.
      cell: ({ places, learnerId, educatorId }) =>
        learnerId === personId ? plainPlaces(places, exceptedWith(educatorId)) : placesWords(places),
    },
    { name: "Days", cell: (stand) => saySpan(stand, true) },
  ];
  if (rows.some(cools))
    columns.push({
      name: "Keeps away until",
      cell: (row) => (cools(row) && row.coolsUntil !== null ? sayShortDay(lastOf(row.coolsUntil), true) : ""),
    });
  return <Table caption="Where you stand" columns={columns} rows={rows} keyOf={({ standId }) => standId} />;
}
