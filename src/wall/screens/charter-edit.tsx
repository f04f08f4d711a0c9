// A director changes a charter, and sees what that brings while typing: the diff, the pairs it sets against the wall,
// and the places it costs. Nothing is kept before "Save".
import { useState } from "react";
import { addDays } from "../../core/shapes.ts";
import type { CharterNow } from "../../programs/contract.ts";
import { watchingAllowed } from "../../programs/program.ts";
import { useWrite } from "../../web/ask.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { saveCharter } from "../charter-contract.ts";
import { CharterFields, type Draft, WallFields } from "./charter-fields.tsx";
import { CharterPreview, usePreview } from "./charter-preview.tsx";
import { CharterSave } from "./charter-save.tsx";

type Props = { charter: CharterNow; today: string; onDone: () => void };

export function CharterEdit({ charter: { program, newest, rules }, today, onDone }: Props) {
  const first = newest.inForceFrom > today ? newest.inForceFrom : addDays(today, 1);
  const [draft, setDraft] = useState<Draft>({ body: newest.body, rules, inForceFrom: first });
  const unchanged = JSON.stringify({ version: newest.version, body: newest.body, rules, inForceFrom: first });
  const saving = useWrite(saveCharter, { params: { program } });
  const isSaved = saving.isPending || saving.isSuccess;
  const preview = usePreview(program, { version: newest.version, ...draft }, unchanged, isSaved);
  return (
    <>
      <Section title="The new version">
        <Card className="plain-sheet">
          <CharterFields draft={draft} onDraft={setDraft} />
          <WallFields draft={draft} rules={rules} mayWatch={watchingAllowed[program]} onDraft={setDraft} />
        </Card>
      </Section>
      <CharterPreview preview={preview} />
      <Section title="Save">
        <Card className="plain-sheet">
          <CharterSave
            saving={saving}
            version={newest.version}
            draft={draft}
            first={first}
            conflicts={preview.isSame ? 0 : (preview.data?.conflicts.length ?? 0)}
            onDay={(inForceFrom) => setDraft({ ...draft, inForceFrom })}
            onDone={onDone}
          />
        </Card>
      </Section>
    </>
  );
}
