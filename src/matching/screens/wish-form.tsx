// Writing what a learner looks for: words, and educators by name, in each program the dearest first.
import { useState } from "react";
import { type Program, programs } from "../../programs/program.ts";
import { WordsField, wordsIn } from "../../web/ui/words-field.tsx";
import { useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Segmented } from "../../web/ui/choice.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { Form } from "../../web/ui/form.tsx";
import { laneOf } from "../../web/ui/lanes.ts";
import { toast } from "../../web/ui/toast.tsx";
import { PersonFinder } from "../../web/ui/person-finder.tsx";
import type { Wishes } from "../wish.ts";
import { putWishes } from "../wish-contract.ts";

type Wish = Wishes["wishes"][number];
type Props = { learnerId: string; isOwn: boolean; wishes: Wishes; onClose: () => void };

export function WishForm({ learnerId, isOwn, wishes, onClose }: Props) {
  const [named, setNamed] = useState(wishes.wishes);
  const writing = useWrite(putWishes, { params: { id: learnerId } });
  const write = ({ interests, needs, languages }: Record<string, string>) =>
    writing.mutate(
      {
        interests: wordsIn(interests),
        needs: wordsIn(needs),
        languages: wordsIn(languages),
        wishes: named.map(({ program, educatorId, never }) => ({ program, educatorId, never })),
      },
      { onSuccess: () => (toast("Written."), onClose()) },
    );
  return (
    <Dialog title={isOwn ? "What you look for" : "What this learner looks for"} isOpen wide onClose={onClose}>
      <Form
        act="Write it"
        busy={writing.isPending}
        error={writing.error}
        fields={{ interests: "Interests", needs: "Needs", languages: "Languages", wishes: "Educators" }}
        onSubmit={write}
      >
        <div className="words">
          <WordsField label="Interests" name="interests" words={wishes.interests} hint={null} />
          <WordsField label="Needs" name="needs" words={wishes.needs} hint={null} />
          <WordsField label="Languages" name="languages" words={wishes.languages} hint={null} />
          <p className="small muted">Several of one kind: with commas between them.</p>
        </div>
        <fieldset className="form">
          <legend>
            <b>Educators by name</b>
          </legend>
          <p className="small muted">The first counts most. Nobody named here is told. No reason is asked for.</p>
          <Naming named={named} onNamed={setNamed} />
        </fieldset>
      </Form>
    </Dialog>
  );
}

type ListProps = { named: Wish[]; onNamed: (named: Wish[]) => void };

/** One program at a time, so that the form stays short; how many are named in the others stands beside their words. */
function Naming({ named, onNamed }: ListProps) {
  const [program, setProgram] = useState<Program>(programs[0]);
  const countOf = (lane: Program) => named.filter((one) => one.program === lane).length;
  const lanes = programs.map((value) => {
    const { word, icon } = laneOf(value);
    return { value, word: countOf(value) === 0 ? word : `${word} ${countOf(value)}`, icon };
  });
  return (
    <>
      <Segmented legend="Program" options={lanes} value={program} onValue={setProgram} />
      <NamedList program={program} named={named} onNamed={onNamed} />
      <Adding program={program} named={named} onNamed={onNamed} />
    </>
  );
}

function NamedList({ program, named, onNamed }: ListProps & { program: Program }) {
  const without = (gone: Wish) => named.filter((one) => one !== gone);
  const wished = named.filter((one) => one.program === program && !one.never);
  const rows = [...wished, ...named.filter((one) => one.program === program && one.never)];
  if (rows.length === 0) return null;
  const earlier = (wish: Wish) => {
    const before = wished[wished.indexOf(wish) - 1];
    onNamed(before ? named.map((one) => (one === before ? wish : one === wish ? before : one)) : named);
  };
  return (
    <ol className="wish-rows" aria-label={`Named in ${laneOf(program).word}`}>
      {rows.map((wish) => (
        <li key={wish.educatorId} className="row spread">
          <span>{wish.never ? `Never ${wish.educator}` : `${wished.indexOf(wish) + 1}. ${wish.educator}`}</span>
          <span className="row">
            {wished.indexOf(wish) > 0 && (
              <Button small kind="quiet" onClick={() => earlier(wish)}>
                Move up<span className="vh"> {wish.educator}</span>
              </Button>
            )}
            <Button small kind="quiet" onClick={() => onNamed(without(wish))}>
              Take out<span className="vh"> {wish.educator}</span>
            </Button>
          </span>
        </li>
      ))}
    </ol>
  );
}

const kinds = [
  { value: "wish", word: "Wish" },
  { value: "never", word: "Never" },
] as const;

/** Somebody who is named already in the program moves to where they are put now. */
function Adding({ program, named, onNamed }: ListProps & { program: Program }) {
  const [kind, setKind] = useState<(typeof kinds)[number]["value"]>("wish");
  // A new finder after each: an empty field, ready for the next name.
  const [round, setRound] = useState(0);
  const add = (personId: string, educator: string) => {
    const others = named.filter((one) => one.program !== program || one.educatorId !== personId);
    onNamed([...others, { program, educatorId: personId, educator, never: kind === "never" }]);
    setRound(round + 1);
  };
  return (
    <>
      <Segmented legend="Wish or never" options={kinds} value={kind} onValue={setKind} />
      <PersonFinder
        key={round}
        label="Educator"
        as="educator"
        chosen={null}
        onChosen={(chosen) => chosen && add(chosen.personId, chosen.name)}
      />
    </>
  );
}
