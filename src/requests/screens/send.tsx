// Sending a need: who will read it stands here before it is written.
import { useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayDay } from "../../web/ui/dates.ts";
import { useMe } from "../../web/ui/me.ts";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { requestAudience } from "../audience.ts";
import { sendRequest } from "../contract.ts";
import type { Goal, Reader } from "../request.ts";

type Props = {
  words: string;
  goal: Goal;
  /** Who would read it today. */
  to: Reader | null;
  /** Something else comes first: then this is not the main thing to press. */
  isQuiet: boolean;
  onSent: () => void;
  /** Somebody else would read it by now: whoever shows the reader has to look again. */
  onRefused: () => void;
};

export function Send({ words, goal, to, isQuiet, onSent, onRefused }: Props) {
  const { school } = useMe();
  const sending = useWrite(sendRequest);
  const reader = to?.reader ?? null;
  const pausedUntil = to?.pausedUntil ?? null;
  const whom = reader?.name ?? "the program's coordinators";
  if (words.trim() === "")
    return (
      <p className="small muted">Write above what you need, then find the right person again. It can be sent then.</p>
    );
  const send = () =>
    sending.mutate(
      { ...goal, words, readerId: reader?.personId ?? null },
      {
        onSuccess: () => {
          toast(`Sent to ${whom}.`);
          onSent();
        },
        onError: onRefused,
      },
    );
  return (
    <>
      <Problem error={sending.error} />
      <blockquote className="request-words">{words.trim()}</blockquote>
      <p className="small muted">
        {reader === null
          ? goal.counsels
            ? "Nobody counsels you yet, so this goes to the coordinators, who can begin that. They see these words and nothing else."
            : "You have nobody in this program yet, so this goes to its coordinators. They see these words and nothing else."
          : `${reader.name} sees these words and nothing else of what you did here.`}
      </p>
      {reader !== null && pausedUntil !== null && (
        <StatusLine kind="wait" icon="pause">
          You and {reader.name} have paused, and are back on {sayDay(pausedUntil, school.today)}. You can send it now;
          an answer may take until then.
        </StatusLine>
      )}
      <div className="row">
        <Button kind={isQuiet ? "second" : "primary"} icon="send" busy={sending.isPending} onClick={send}>
          Send to {whom}
        </Button>
        <SeenChip of="this once it is sent" audience={requestAudience({ reader, isRead: true })} />
      </div>
    </>
  );
}
