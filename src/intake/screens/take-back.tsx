// Taking a whole import back, with the reason.
import { useState } from "react";
import { agreeing, plural } from "../../core/plural.ts";
import { faultOf, useWrite } from "../../web/ask.ts";
import { Confirm } from "../../web/ui/dialog.tsx";
import { TextArea } from "../../web/ui/field.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { undoImport } from "../contract.ts";

type Props = { importId: string; what: string; onClose: () => void; onDone?: () => void };

export function TakeBack({ importId, what, onClose, onDone }: Props) {
  const [because, setBecause] = useState("");
  const undoing = useWrite(undoImport, { params: { id: importId } });
  const fault = faultOf(undoing.error, "because");
  const takeBack = () =>
    undoing.mutate(
      { because },
      {
        onSuccess: ({ rows }) => {
          toast(
            `Taken back: ${plural(rows, "record")} ${agreeing(rows, "is", "are")} out of force, and what was changed is as it was.`,
          );
          onClose();
          onDone?.();
        },
      },
    );
  return (
    <Confirm
      title="Take this import back?"
      isOpen
      onClose={onClose}
      act="Take it back"
      onAct={takeBack}
      busy={undoing.isPending}
      error={fault === undefined ? undoing.error : null}
    >
      <p>
        {what} goes out of force, and what it changed is put back. Your name and the reason stay beside it. Nothing is
        deleted. Proposals that it withdrew wait for their answers again, where there is still time and nothing else
        rules them out.
      </p>
      <TextArea label="Reason" value={because} onValue={setBecause} error={fault} maxLength={500} />
    </Confirm>
  );
}
