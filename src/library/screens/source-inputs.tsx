// The fields of a source.
import { type AskError, faultOf } from "../../web/ask.ts";
import { Tick } from "../../web/ui/choice.tsx";
import { TextArea, TextField } from "../../web/ui/field.tsx";
import { keyFrom, type SourceFields } from "../source.ts";

/** As it is typed: a year is text until it is sent. */
export type SourceWords = Omit<SourceFields, "year"> & { year: string };

/** What each is called on screen, also in a refusal. */
export const sourceWords: Record<keyof SourceFields, string> = {
  title: "Title",
  authors: "Authors",
  key: "Key",
  journal: "Journal, or who publishes it",
  year: "Year",
  locator: "Volume, issue and pages",
  doi: "DOI",
  pmid: "PMID",
  pmcid: "PMCID",
  url: "Address of its page",
  isVerified: "Found",
  note: "How much of it was read, and what it cannot show",
};

const hints: Partial<Record<keyof SourceFields, string>> = {
  authors: "With commas between them: Lee A, Park B.",
  key: "Small letters, digits and hyphens. Claims name it; it does not change later.",
  locator: "Such as 43(10):1210-1213.",
  doi: "Begins with 10.",
  url: "Begins with https://.",
};

type Props = {
  written: SourceWords;
  isNew: boolean;
  error: AskError | null;
  onWritten: (changed: Partial<SourceWords>) => void;
};

export function SourceInputs({ written, isNew, error, onWritten }: Props) {
  const input = (field: Exclude<keyof SourceFields, "isVerified" | "note">, value: string = written[field]) => (
    <TextField
      label={sourceWords[field]}
      value={value}
      onValue={(words) => onWritten({ [field]: words })}
      error={faultOf(error, field)}
      {...(hints[field] === undefined ? {} : { hint: hints[field] })}
      {...(field === "year" ? { inputMode: "numeric" as const } : {})}
    />
  );
  return (
    <>
      {input("title")}
      {isNew && input("key", written.key || keyFrom(written.title))}
      {input("authors")}
      <div className="fields">
        {input("journal")}
        {input("year")}
        {input("locator")}
      </div>
      <div className="fields">
        {input("doi")}
        {input("pmid")}
        {input("pmcid")}
        {input("url")}
      </div>
      <Tick
        checked={written.isVerified}
        onValue={(isVerified) => onWritten({ isVerified })}
        hint="Until somebody has, no claim that rests on it can be approved."
      >
        I found it, and read in it what is claimed
      </Tick>
      <TextArea
        label={sourceWords.note}
        value={written.note}
        onValue={(note) => onWritten({ note })}
        error={faultOf(error, "note")}
      />
    </>
  );
}
