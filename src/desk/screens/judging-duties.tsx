// The other side of the wall: whom the educator assesses or supervises, and so cannot guide.
import { plural } from "../../core/plural.ts";
import { dutyWords } from "../../wall/rule.ts";
import { saySpan } from "../../web/ui/dates.ts";
import { Empty } from "../../web/ui/notice.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import type { Audience } from "../../people/audience.ts";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { type Column, Table } from "../../web/ui/table.tsx";
import type { EducatorHome, JudgingDuty } from "../educator-home.ts";
import { WallWords } from "./wall-words.tsx";

const columns: Column<JudgingDuty>[] = [
  { name: "Where", isName: true, cell: ({ about }) => (about === "" ? "No course named" : about) },
  { name: "What you do", cell: ({ duty }) => dutyWords[duty] },
  { name: "Toward", cell: towardWhom },
  { name: "When", cell: (duty) => saySpan(duty, true) },
];

export function JudgingDuties({ home: { duties, wall } }: { home: EducatorHome }) {
  return (
    <Section title="Beyond the wall">
      <WallWords check={wall} />
      {duties.length === 0 ? (
        <Empty title="You assess and supervise nobody, today or ahead.">
          When a roster says otherwise, it stands here, and you are not proposed to those learners.
        </Empty>
      ) : (
        <Card flush>
          <Table
            caption="Your duties of assessment and supervision"
            columns={columns}
            rows={duties}
            keyOf={(duty) => JSON.stringify(duty)}
          />
        </Card>
      )}
      <p>
        <SeenChip of="these duties" audience={dutyAudience} />
      </p>
    </Section>
  );
}

function towardWhom({ classYear, learners }: JudgingDuty): string {
  if (classYear !== null) return `Class of ${classYear}`;
  if (learners === 0) return "Every learner";
  return plural(learners, "learner");
}

const dutyAudience: Audience = {
  words: "You, each learner and the offices",
  can: [
    { who: "You" },
    { who: "The learner it is about", what: "Their own" },
    { who: "Offices that see the wall or keep rosters" },
  ],
  cannot: [{ who: "Other learners and educators" }],
  rule: "Who has which duty is seen by the two and by the offices that keep the wall.",
};
