// Which best describes you: asked once, changed any time, never required. The words change, the facts do not.
import { useWrite } from "../../web/ask.ts";
import { SelectField } from "../../web/ui/field.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { readerAudience } from "../audience.ts";
import { chooseReader } from "../contract.ts";
import { Reader, readers, readerWords } from "../reader.ts";

/** `told`: in whose words this is, where it is told already. */
export function ReaderChoice({ chosen, told }: { chosen: Reader | null; told?: Reader }) {
  const choosing = useWrite(chooseReader);
  const options = [
    ...(chosen === null ? [{ value: "", word: "Not said" }] : []),
    ...readers.map((reader) => ({ value: reader, word: readerWords[reader] })),
  ];
  return (
    <div className="reader-choice row">
      <SelectField
        label="Which best describes you?"
        hint="The words change, the facts do not. You need not say."
        options={options}
        value={chosen ?? ""}
        onValue={(value) => {
          const reader = Reader.safeParse(value);
          if (reader.success) choosing.mutate({ reader: reader.data });
        }}
      />
      <SeenChip of="what you say here" audience={readerAudience} />
      {chosen !== null && told !== undefined && chosen !== told && (
        <p className="small muted">
          There are no words for {readerWords[chosen].toLowerCase()} yet. These are for{" "}
          {readerWords[told].toLowerCase()}; the facts are the same.
        </p>
      )}
    </div>
  );
}
