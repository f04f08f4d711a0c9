// One charter: read by everyone, acknowledged by both sides, changed by a director.
import { useState } from "react";
import { listCharters } from "../../programs/contract.ts";
import type { Program } from "../../programs/program.ts";
import { useRead } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { sayShortDay } from "../../web/ui/dates.ts";
import { laneOf } from "../../web/ui/lanes.ts";
import { useMe } from "../../web/ui/me.ts";
import { Page } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { CharterEdit } from "./charter-edit.tsx";
import { CharterText } from "./charter-text.tsx";

export function CharterScreen({ program }: { program: Program }) {
  const { data, error } = useRead(listCharters);
  const me = useMe();
  const [isEditing, setEditing] = useState(false);
  const charter = data?.find((one) => one.program === program);
  if (charter === undefined) return <Waiting error={error} />;
  const word = laneOf(program).word;
  const edit = me.may.includes("edit charters") && !isEditing && (
    <Button onClick={() => setEditing(true)}>Change it</Button>
  );
  return (
    <Page
      title={`Charter of ${word.toLowerCase()}`}
      lede={`Version ${charter.inForce.version}, in force since ${sayShortDay(charter.inForce.inForceFrom, true)}.`}
      end={edit || undefined}
      wide
    >
      {isEditing ? (
        <CharterEdit charter={charter} today={me.school.today} onDone={() => setEditing(false)} />
      ) : (
        <CharterText charter={charter} />
      )}
    </Page>
  );
}
