// The refused rows of each file, saved as a file to correct and to choose again.
import { useState } from "react";
import { useWriteEach } from "../../web/ask.ts";
import { saveDownload } from "../../web/save-text.ts";
import { Button } from "../../web/ui/button.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { refusedRows } from "../contract.ts";
import type { RefusedRow } from "../judged.ts";
import { uploadOf } from "../upload.ts";
import type { Draft } from "./chosen.ts";
import { rowsWord } from "./words.ts";

type Props = { draft: Draft; refused: RefusedRow[] };

export function SaveRefused({ draft, refused }: Props) {
  const saving = useWriteEach(refusedRows, { invalidate: [] });
  const [asked, setAsked] = useState<string | null>(null);
  const byFile = Map.groupBy(refused, ({ file }) => file);
  // A file that was left out since the last look is not here any more.
  const files = draft.files.filter(({ name }) => byFile.has(name));
  const save = (file: (typeof files)[number]) => {
    setAsked(file.name);
    saving.mutate(
      { body: { files: [uploadOf(file)], refused: byFile.get(file.name) ?? [] }, files: [file.content] },
      { onSuccess: saveDownload },
    );
  };
  return (
    <>
      <Problem error={saving.error} />
      <div className="row">
        {files.map((file) => (
          <Button
            key={file.name}
            small
            icon="download"
            busy={saving.isPending && asked === file.name}
            onClick={() => save(file)}
          >
            <span className="breakable">
              Save {rowsWord(linesIn(byFile.get(file.name)))} of {file.name}
            </span>
          </Button>
        ))}
      </div>
    </>
  );
}

/** A row may be refused twice. */
function linesIn(refused: RefusedRow[] = []): number {
  return new Set(refused.map(({ line }) => line)).size;
}
