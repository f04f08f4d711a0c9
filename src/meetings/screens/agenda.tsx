// What both put on the agenda of a meeting, with templates to start from.
import { useState } from "react";
import { agendasFor } from "../../programs/agendas.ts";
import { useWrite, useWriteEach } from "../../web/ask.ts";
import { Button, IconButton } from "../../web/ui/button.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { Form } from "../../web/ui/form.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Problem } from "../../web/ui/problem.tsx";
import { Why } from "../../web/ui/why.tsx";
import { addAgendaLines, strikeAgendaLine } from "../contract.ts";
import type { AgendaLine, Meeting } from "../meeting.ts";

export function Agenda({ meeting, phase }: { meeting: Meeting; phase: string | null }) {
  const { meetingId, agenda } = meeting;
  const adding = useWrite(addAgendaLines, { params: { id: meetingId } });
  const striking = useWriteEach(strikeAgendaLine);
  const [words, setWords] = useState("");
  const add = (lines: string[]) => adding.mutate({ lines }, { onSuccess: () => setWords("") });
  const strike = ({ lineId }: AgendaLine) => striking.mutate({ params: { id: meetingId, lineId } });
  return (
    <div className="meeting-agenda">
      <h4>Agenda</h4>
      <Problem error={striking.error} />
      {agenda.length > 0 && (
        <ul aria-label="Agenda">
          {agenda.map((line) => (
            <Line key={line.lineId} line={line} meeting={meeting} onStrike={() => strike(line)} />
          ))}
        </ul>
      )}
      <Form
        act="Add"
        busy={adding.isPending}
        error={adding.error}
        fields={{ "lines.0": "Your line", lines: "Your line" }}
        onSubmit={() => add([words])}
      >
        <TextField label="One thing to talk about" value={words} onValue={setWords} maxLength={300} />
      </Form>
      {agenda.length === 0 && (
        <div className="section">
          <p className="small muted">Or begin with these lines, and change what does not fit:</p>
          <div className="row">
            {agendasFor(meeting.program, phase).map(({ name, lines }) => (
              <Button key={name} small onClick={() => add([...lines])}>
                {name}
              </Button>
            ))}
          </div>
          <Why at={`agenda/${meeting.program}`} />
        </div>
      )}
    </div>
  );
}

function Line({ line, meeting, onStrike }: { line: AgendaLine; meeting: Meeting; onStrike: () => void }) {
  const { personId } = useMe();
  const isOwn = line.writtenBy === personId;
  const { learner, educator } = meeting;
  const by = isOwn ? "you" : line.writtenBy === learner.personId ? learner.name : educator.name;
  return (
    <li>
      <span>
        {line.words} <span className="small muted">{by}</span>
      </span>
      {isOwn && <IconButton icon="x" label={`Take off: ${line.words}`} onClick={onStrike} />}
    </li>
  );
}
