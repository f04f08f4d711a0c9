// The last day to answer, as an approval asks for it: a day that the server would refuse is told at the field, before.
import { TextField } from "../../web/ui/field.tsx";
import { answerDays, deadlineRefusal } from "../proposal.ts";
import { sayDay } from "../../web/ui/dates.ts";

type Props = { today: string; value: string; onValue: (value: string) => void; error?: string | undefined };

export function AnswerBy({ today, value, onValue, error }: Props) {
  const { first, last } = answerDays(today);
  const isOut = deadlineRefusal(value, today) !== null;
  const days = `Choose a day from ${sayDay(first, today)} to ${sayDay(last, today)}.`;
  return (
    <TextField
      label="Last day to answer"
      type="date"
      value={value}
      min={first}
      max={last}
      required
      onValue={onValue}
      error={isOut ? days : error}
    />
  );
}
