// Importing a school's exports: choose, look, correct, take; and take back.
import { useState } from "react";
import { Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import type { ImportReport } from "../contract.ts";
import { importAudience } from "../audience.ts";
import type { Draft } from "./chosen.ts";
import { ChooseFiles } from "./choose-files.tsx";
import { useLook } from "./look.ts";
import { Looked } from "./looked.tsx";
import { PastImports } from "./past-imports.tsx";
import { Taken } from "./taken.tsx";
import { useTaking } from "./taking.ts";

const nothing: Draft = { files: [], answers: {}, version: 0 };

export function ImportScreen() {
  const [draft, setDraft] = useState(nothing);
  const [taken, setTaken] = useState<ImportReport | null>(null);
  const look = useLook(draft, taken === null);
  const taking = useTaking(draft, setTaken);
  const startAnew = () => {
    taking.reset();
    setTaken(null);
    setDraft({ ...nothing, version: draft.version + 1 });
  };
  const change = (next: Draft) => {
    taking.reset();
    setDraft(next);
  };
  return (
    <Page
      title="Import"
      wide
      lede="Your own exports, as they are. You see first what would happen; every row is taken, refused with its reason, unchanged, or said twice."
    >
      <p>
        <SeenChip audience={importAudience} of="imports" />
      </p>
      {taken ? (
        <Taken {...{ draft }} report={taken} onAnew={startAnew} />
      ) : (
        <>
          <ChooseFiles draft={draft} onDraft={change} isBusy={taking.isTaking} />
          {draft.files.length > 0 && <Looked draft={draft} onDraft={change} look={look} taking={taking} />}
        </>
      )}
      <PastImports />
    </Page>
  );
}
