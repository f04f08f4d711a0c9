// Files that could not be read: why, and the ways on.
import type { AskError } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";

type Props = {
  error: AskError;
  names: string[];
  onAgain: () => void;
  /** Opens how a file is read. */
  onOpen: (name: string) => void;
  onLeaveOut: (name: string) => void;
};

export function Unread({ error, names, onAgain, onOpen, onLeaveOut }: Props) {
  const atFault = names.filter((name) => error.faults.some(({ field }) => field === name));
  return (
    <Section title="Files that could not be read">
      <Problem error={error} fields={Object.fromEntries(names.map((name) => [name, name]))} />
      <div className="row">
        <Button small icon="rotate" onClick={onAgain}>
          Look again
        </Button>
        {atFault.map((name) => (
          <Button key={name} small icon="pen" onClick={() => onOpen(name)}>
            Correct how {name} is read
          </Button>
        ))}
        {names.map((name) => (
          <Button key={name} small icon="x" onClick={() => onLeaveOut(name)}>
            Leave out {name}
          </Button>
        ))}
      </div>
    </Section>
  );
}
