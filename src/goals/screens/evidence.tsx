// Evidence of a goal: links and files, which are saved and never shown.
import { useState } from "react";
import { addressOf } from "../../core/endpoint.ts";
import { AskError, faultOf, useWrite } from "../../web/ask.ts";
import { base64Of } from "../../web/content-of.ts";
import { Button, ButtonLink } from "../../web/ui/button.tsx";
import { TextField } from "../../web/ui/field.tsx";
import { FileDrop } from "../../web/ui/file-drop.tsx";
import { Form } from "../../web/ui/form.tsx";
import { Card, Section } from "../../web/ui/page.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { addFile, addLink, dropEvidence, getFile } from "../contract.ts";
import { fileBytesMost, fileEndings } from "../file.ts";
import type { Evidence, WholeGoal } from "../goal.ts";

export function EvidenceSection({ goal }: { goal: WholeGoal }) {
  const isOwn = goal.as === "learner";
  return (
    <Section title="Evidence">
      {goal.evidence.length === 0 ? (
        <p className="muted">No evidence yet.</p>
      ) : (
        <Card flush>
          <ul role="list" className="divided">
            {goal.evidence.map((one) => (
              <One key={one.evidenceId} goalId={goal.goalId} evidence={one} isOwn={isOwn} />
            ))}
          </ul>
        </Card>
      )}
      {isOwn && (
        <div className="cols cols-main">
          <NewLink goalId={goal.goalId} />
          <NewFile goalId={goal.goalId} />
        </div>
      )}
    </Section>
  );
}

function One({ goalId, evidence, isOwn }: { goalId: string; evidence: Evidence; isOwn: boolean }) {
  const { evidenceId, title, link, fileBytes } = evidence;
  const dropping = useWrite(dropEvidence, { params: { id: goalId, evidenceId } });
  return (
    <li className="plan-item">
      <p className="plan-text">
        {link === null ? (
          title
        ) : (
          <a href={link} rel="noreferrer noopener">
            {title}
          </a>
        )}
        <span className="small muted">{link ?? `File, ${Math.max(1, Math.round((fileBytes ?? 0) / 1024))} kB`}</span>
      </p>
      <div className="row plan-due">
        {link === null && (
          <ButtonLink small download href={addressOf(getFile, { id: goalId, evidenceId })}>
            Save the file
            <span className="vh">: {title}</span>
          </ButtonLink>
        )}
        {isOwn && (
          <Button small kind="quiet" busy={dropping.isPending} onClick={() => dropping.mutate(undefined)}>
            Take out
            <span className="vh">: {title}</span>
          </Button>
        )}
      </div>
      <Problem error={dropping.error} />
    </li>
  );
}

function NewLink({ goalId }: { goalId: string }) {
  const [title, setTitle] = useState("");
  const [link, setLink] = useState("");
  const adding = useWrite(addLink, { params: { id: goalId } });
  const add = () =>
    adding.mutate(
      { title, link },
      {
        onSuccess: () => {
          setTitle("");
          setLink("");
        },
      },
    );
  return (
    <Card>
      <Form act="Add the link" busy={adding.isPending} error={adding.error} onSubmit={add}>
        <TextField label="What is it?" value={title} onValue={setTitle} error={faultOf(adding.error, "title")} />
        <TextField label="Address" type="url" value={link} onValue={setLink} error={faultOf(adding.error, "link")} />
      </Form>
    </Card>
  );
}

function NewFile({ goalId }: { goalId: string }) {
  const adding = useWrite(addFile, { params: { id: goalId } });
  const [leftOut, setLeftOut] = useState<AskError | null>(null);
  const take = async (files: File[], others: string[]) => {
    const [file] = files;
    setLeftOut(others.length > 0 || (file?.size ?? 0) > fileBytesMost ? wrongFile() : null);
    if (file === undefined || file.size > fileBytesMost) return;
    const base64 = await base64Of(file);
    adding.mutate({ name: file.name, base64 }, { onSuccess: () => toast("Kept. Your coach can save it too.") });
  };
  return (
    <Card className="section">
      <Problem error={leftOut ?? adding.error} fields={{ base64: "The file" }} />
      <FileDrop
        label="Drop a file"
        accept={fileEndings}
        busy={adding.isPending}
        onFiles={(...given) => void take(...given)}
      >
        <p className="small muted">PDF, PNG, JPEG or plain text, at most 5 MB. No patients' names.</p>
      </FileDrop>
    </Card>
  );
}

function wrongFile(): AskError {
  return new AskError(422, {
    rule: "goal.file",
    because:
      "This file cannot be kept as evidence. Choose a PDF, a PNG or JPEG picture or a plain text of at most 5 MB.",
  });
}
