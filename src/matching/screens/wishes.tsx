// What a learner looks for: shown to them, and to an office that opens it on purpose, since the learner reads who looked.
import { useState } from "react";
import type { Audience } from "../../people/audience.ts";
import { useRead } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Facts } from "../../web/ui/figures.tsx";
import { Plate } from "../../web/ui/lane.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { type Program, programs } from "../../programs/program.ts";
import type { Wishes } from "../wish.ts";
import { getWishes } from "../wish-contract.ts";
import { WishForm } from "./wish-form.tsx";

type Props = { learnerId: string; givenName: string };

export function WishesSection({ learnerId, givenName }: Props) {
  const { personId, may } = useMe();
  const isOwn = learnerId === personId;
  const [isOpen, setOpen] = useState(isOwn);
  if (!isOwn && !may.includes("run matches") && !may.includes("import people")) return null;
  return (
    <Section
      title={isOwn ? "What you look for" : `What ${givenName} looks for`}
      note={<SeenChip of={isOwn ? "what you look for" : "this"} audience={isOwn ? ownAudience : officeAudience} />}
    >
      {isOpen ? (
        <Known learnerId={learnerId} isOwn={isOwn} mayChange={isOwn || may.includes("import people")} />
      ) : (
        <div className="row">
          <Button small icon="eye" onClick={() => setOpen(true)}>
            Show it
          </Button>
          <p className="small muted">{givenName} reads that somebody looked.</p>
        </div>
      )}
    </Section>
  );
}

function Known({ learnerId, isOwn, mayChange }: { learnerId: string; isOwn: boolean; mayChange: boolean }) {
  const [isChanging, setChanging] = useState(false);
  const { data: wishes, error } = useRead(getWishes, { params: { id: learnerId } });
  if (!wishes) return <Waiting error={error} rows={2} />;
  const said = (words: string[]) =>
    words.length === 0 ? <span className="muted">Nothing yet</span> : words.join(", ");
  return (
    <>
      <Card className="looks-for">
        <Facts
          facts={[
            ["Interests", said(wishes.interests)],
            ["Needs", said(wishes.needs)],
            ["Languages", said(wishes.languages)],
          ]}
        />
        <ul className="wished" role="list">
          {programs.map((program) => (
            <li key={program}>
              <Plate lane={program} />
              <Named wishes={wishes} program={program} />
            </li>
          ))}
        </ul>
      </Card>
      {mayChange && (
        <div className="row">
          <Button small icon="pen" onClick={() => setChanging(true)}>
            Change {isOwn ? "what you look for" : "it"}
          </Button>
          <p className="small muted">The next match reads it. What is proposed already stays as it is.</p>
        </div>
      )}
      {isChanging && (
        <WishForm learnerId={learnerId} isOwn={isOwn} wishes={wishes} onClose={() => setChanging(false)} />
      )}
    </>
  );
}

function Named({ wishes, program }: { wishes: Wishes; program: Program }) {
  const mine = wishes.wishes.filter((wish) => wish.program === program);
  const wished = mine.filter(({ never }) => !never);
  const kept = mine.filter(({ never }) => never);
  if (mine.length === 0) return <span className="muted">Nobody named</span>;
  return (
    <>
      {wished.length > 0 && (
        <ol className="wish-list">
          {wished.map(({ educatorId, educator }) => (
            <li key={educatorId}>{educator}</li>
          ))}
        </ol>
      )}
      {kept.length > 0 && <p>Never {kept.map(({ educator }) => educator).join(", ")}</p>}
    </>
  );
}

const never = [
  { who: "The educators named here", why: "Nobody is told who wished for them, or not" },
  { who: "Your advisor, coach and mentor" },
  { who: "Other learners", why: "It is yours" },
];

const ownAudience: Audience = {
  words: "You and the offices that match",
  can: [
    { who: "You" },
    { who: "Coordinator and director", what: "To match; you read when they look" },
    { who: "Registrar", what: "Who may bring it with an import" },
  ],
  cannot: never,
  rule: "Interests and wishes are read by you, and by the offices that match or keep the roster.",
};

const officeAudience: Audience = {
  words: "The learner and the offices that match",
  can: [{ who: "The learner", what: "And who looked" }, { who: "Coordinator, director and registrar" }],
  cannot: [{ who: "Every educator, those named here too" }, { who: "Deans", why: "They do not match" }],
  rule: "Interests and wishes are read by the learner, and by the offices that match or keep the roster.",
};
