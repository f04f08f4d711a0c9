// Which column of a file holds which field.
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { SelectField } from "../../web/ui/field.tsx";
import { kindNamed } from "../kinds.ts";
import type { Reading } from "../reading.ts";

type Props = {
  name: string;
  header: string[];
  sample: string[][];
  reading: Reading;
  onReading: (reading: Reading) => void;
  onClose: () => void;
};

export function Columns({ name, header, sample, reading, onReading, onClose }: Props) {
  const kind = kindNamed(reading.kind);
  const options = [
    { value: "", word: "No column" },
    ...header.map((column, at) => ({ value: String(at), word: column === "" ? `Column ${at + 1}` : column })),
  ];
  const choose = (key: string, value: string) =>
    onReading({ ...reading, mapping: { ...reading.mapping, [key]: value === "" ? null : Number(value) } });
  return (
    <Dialog
      title={`Columns of ${name}`}
      isOpen
      wide
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <p className="small muted">{kind?.label}: which column holds what. Each change is looked at again at once.</p>
      <div className="fields">
        {kind?.fields.map(({ key, label, required }) => {
          const at = reading.mapping[key] ?? null;
          const isMissing = required && at === null;
          return (
            <SelectField
              key={key}
              label={required ? label : `${label} (may be absent)`}
              options={options}
              hint={at === null ? undefined : saidIn(sample, at)}
              value={at === null ? "" : String(at)}
              error={isMissing ? "Choose its column. Without it every row is refused." : undefined}
              onValue={(value) => choose(key, value)}
            />
          );
        })}
      </div>
    </Dialog>
  );
}

/** What the column says in a few rows, as it is read. */
function saidIn(sample: string[][], at: number): string {
  const said = [...new Set(sample.map((cells) => cells[at] ?? ""))].filter((cell) => cell !== "");
  return said.length === 0 ? "Empty in the first rows." : `Such as ${said.join(" · ")}`;
}
