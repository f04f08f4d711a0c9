// The fields of a claim.
import { type AskError, faultOf } from "../../web/ask.ts";
import { SelectField, TextArea, TextField } from "../../web/ui/field.tsx";
import { StatusLine } from "../../web/ui/notice.tsx";
import { Strength, strengths, strengthWords } from "../claim.ts";
import type { Source } from "../source.ts";
import { type ClaimDraft, claimKeyOf, shareIn } from "./claim-draft.ts";
import { ShareLine } from "./share-line.tsx";
import { SourcesOfClaim } from "./sources-of-claim.tsx";

/** What each is called on screen, also in a refusal. */
export const claimWords = {
  key: "Key",
  statement: "What is claimed",
  share: "So many",
  shareOf: "Of so many",
  sources: "Sources",
  design: "What kind of study or text",
  setting: "Where, and with whom",
  strength: "Strength",
  limits: "What it cannot show",
  checkedOn: "Checked on",
  reviewBy: "Next review",
  because: "What changes",
} satisfies Record<keyof ClaimDraft, string>;

type Props = {
  written: ClaimDraft;
  isNew: boolean;
  sources: Source[];
  error: AskError | null;
  onWritten: (changed: Partial<ClaimDraft>) => void;
};

export function ClaimInputs({ written, isNew, sources, error, onWritten }: Props) {
  const given = (field: keyof ClaimDraft) => ({
    label: claimWords[field],
    onValue: (words: string) => onWritten({ [field]: words }),
    error: faultOf(error, field),
  });
  return (
    <>
      <TextArea {...given("statement")} value={written.statement} hint="One statement, in a sentence of its own." />
      {isNew && (
        <TextField
          {...given("key")}
          value={claimKeyOf(written)}
          hint="Small letters, digits and hyphens. Articles cite it; it does not change later."
        />
      )}
      <Share written={written} error={error} onWritten={onWritten} />
      <SourcesOfClaim
        chosen={written.sources}
        sources={sources}
        error={error}
        onChosen={(chosen) => onWritten({ sources: chosen })}
      />
      <TextField {...given("design")} value={written.design} hint="Such as: cross-sectional survey." />
      <TextField {...given("setting")} value={written.setting} />
      <SelectField
        label={claimWords.strength}
        hint="How far the studies carry the statement."
        options={strengths.map((value) => ({ value, word: strengthWords[value] }))}
        value={written.strength}
        onValue={(value) => onWritten({ strength: Strength.parse(value) })}
      />
      <TextArea {...given("limits")} value={written.limits} rows={2} />
      <div className="fields">
        <TextField {...given("checkedOn")} type="date" value={written.checkedOn} />
        <TextField {...given("reviewBy")} type="date" value={written.reviewBy} />
      </div>
      <TextField {...given("because")} value={written.because} hint="It stands in the history, for the whole school." />
    </>
  );
}

function Share({ written, error, onWritten }: Pick<Props, "written" | "error" | "onWritten">) {
  const found = shareIn(written);
  const isHalf = found === null && (written.share.trim() !== "" || written.shareOf.trim() !== "");
  return (
    <fieldset className="write-part">
      <legend className="label">The figure, where it is a share</legend>
      <div className="row share-input">
        {(["share", "shareOf"] as const).map((field) => (
          <TextField
            key={field}
            label={claimWords[field]}
            inputMode="numeric"
            value={written[field]}
            onValue={(value) => onWritten({ [field]: value })}
            error={faultOf(error, field)}
          />
        ))}
      </div>
      <div role="status">
        {found !== null && <ShareLine {...found} />}
        {isHalf && <StatusLine>Give both numbers, the first no larger than the second, or neither.</StatusLine>}
      </div>
    </fieldset>
  );
}
