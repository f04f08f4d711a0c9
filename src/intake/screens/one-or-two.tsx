// A pair of ids that may be one person: how it is named, and the answer.
import { Segmented } from "../../web/ui/choice.tsx";
import type { Question } from "../judged.ts";
import type { Draft } from "./chosen.ts";

type Pair = Pick<Question, "first" | "second" | "firstName" | "secondName">;
type Answer = Draft["answers"][string];
type Shown = "same" | "two" | "";
type OneOrTwoProps = { question: Pair; answer: Answer | undefined; onAnswer: (answer: Answer) => void };

export function OneOrTwo({ question, answer, onAnswer }: OneOrTwoProps) {
  return (
    <Segmented<Shown>
      legend={`${idsOf(question)}: one person or two`}
      hideLegend
      options={[
        { value: "same", word: "The same person" },
        { value: "two", word: "Two people" },
      ]}
      value={shownOf(answer)}
      onValue={(value) => onAnswer(value === "same" ? "same" : "different")}
    />
  );
}

export function idsOf({ first, second }: Pair): string {
  return `${first} and ${second}`;
}

/** One name where both have it; whoever is not in these files is here already. */
export function namesOf({ firstName, secondName }: Pair): string {
  if (firstName === secondName) return firstName;
  return `${firstName === "" ? "Somebody here already" : firstName} and ${secondName}`;
}

function shownOf(answer: Answer | undefined): Shown {
  if (answer === undefined) return "";
  return answer === "same" ? "same" : "two";
}
