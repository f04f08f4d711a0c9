// For which lanes the educator is certified, and what is missing.
import { roleOf } from "../../programs/program.ts";
import { lastOf, sayDay } from "../../web/ui/dates.ts";
import { Steps } from "../../web/ui/figures.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import type { Audience } from "../../people/audience.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { EducatorLane } from "../educator-home.ts";

export function CertificationTable({ lanes }: { lanes: EducatorLane[] }) {
  const { school } = useMe();
  const columns: Column<EducatorLane>[] = [
    { name: "Role", isName: true, cell: ({ program }) => <Plate lane={program}>{capital(roleOf[program])}</Plate> },
    { name: "Status", cell: (lane) => <Status lane={lane} today={school.today} /> },
    {
      name: "Done",
      cell: ({ modules, certification: { missing, lapsed } }) => {
        const done = modules.length - missing.length - lapsed.length;
        return (
          <>
            <span className="num">
              {done} of {modules.length} modules
            </span>
            <Steps done={done} of={modules.length} />
          </>
        );
      },
    },
    {
      name: "Missing",
      cell: ({ certification: { missing, lapsed } }) => {
        const list = [...missing, ...lapsed.map(({ module }) => `${module} (lapsed)`)];
        return list.length === 0 ? "Nothing" : list.join(", ");
      },
    },
  ];
  return (
    <Section title="Training and certification" note="You are proposed only in a lane you are certified for.">
      <Card flush>
        <Table
          caption="Certification by role"
          className="certs"
          columns={columns}
          rows={lanes}
          keyOf={({ program }) => program}
        />
      </Card>
      <p>
        <SeenChip of="your training" audience={trainingAudience} />
      </p>
    </Section>
  );
}

function Status({ lane: { certification, modules }, today }: { lane: EducatorLane; today: string }) {
  if (certification.certified)
    return (
      <StatusLine kind="done">
        {certification.expiresOn === null
          ? "Certified"
          : `Certified until ${sayDay(lastOf(certification.expiresOn), today)}`}
      </StatusLine>
    );
  const isBegun = certification.missing.length < modules.length;
  return (
    <StatusLine kind="plain" icon={isBegun ? "clock" : "minus"}>
      {isBegun ? "Begun" : "Not started"}
    </StatusLine>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const trainingAudience: Audience = {
  words: "You and the program office",
  can: [{ who: "You" }, { who: "Offices that certify by it" }],
  cannot: [{ who: "Learners, yours too" }, { who: "Other educators" }],
  rule: "Completed modules are seen by the educator and by the offices that certify.",
};
