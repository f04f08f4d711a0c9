// Where to turn: what stands first when something is urgent, and the page with all of it.
import { useEffect, useRef, useState } from "react";
import { useRead } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Notice } from "../../web/ui/notice.tsx";
import { Card, Page, Section } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { resourcesAudience } from "../audience.ts";
import { kindWords, type Resource, resourceKinds, type ResourceList, urgentOf } from "../resource.ts";
import { getResources } from "../resource-contract.ts";
import { EditResources } from "./edit-resources.tsx";

/** First of all where words may tell of danger. It says nothing of the learner, and changes nothing. */
export function Urgent({ list }: { list: ResourceList }) {
  const box = useRef<HTMLDivElement>(null);
  // It has just come, and whatever else has come with it is read after it.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice kind="caution" title="If you or somebody else is in danger, or is mistreated, help is here" icon="help">
        <div className="spaced">
          <p>Nobody is told that you see this. What you ask for goes where it would have gone.</p>
          <ResourceItems items={urgentOf(list.items)} />
          {list.version === 0 && <StartingValues />}
        </div>
      </Notice>
    </div>
  );
}

export function ResourceItems({ items }: { items: Resource[] }) {
  return (
    <ul className="resource-list" role="list">
      {items.map(({ name, reach, note }) => (
        <li key={`${name} ${reach}`}>
          <p>
            <b>{name}:</b> {reach}
          </p>
          {note !== "" && <p className="small">{note}</p>}
        </li>
      ))}
    </ul>
  );
}

function StartingValues() {
  return <p className="small">These are starting values. Your school has not written its own list yet.</p>;
}

export function WhereToTurn() {
  const { may } = useMe();
  const { data: list, error } = useRead(getResources);
  const [isChanging, setChanging] = useState(false);
  if (!list) return <Waiting error={error} rows={4} />;
  const mayChange = may.includes("edit resources");
  return (
    <Page
      title="Where to turn"
      lede="Help besides your advisor, coach and mentor. That you look at it is kept nowhere."
      end={<SeenChip of="this list" audience={resourcesAudience} />}
    >
      {list.version === 0 && (
        <Notice title="These are starting values." icon="info">
          {mayChange
            ? "Write your school's own numbers and offices: learners see these where they may be in danger."
            : "Your school has not written its own list yet."}
        </Notice>
      )}
      {resourceKinds.map((kind) => {
        const items = list.items.filter((one) => one.kind === kind);
        return items.length === 0 ? null : (
          <Section key={kind} title={kindWords[kind]}>
            <Card>
              <ResourceItems items={items} />
            </Card>
          </Section>
        );
      })}
      {mayChange && (
        <div className="row">
          <Button icon="pen" onClick={() => setChanging(true)}>
            Change this list
          </Button>
        </div>
      )}
      {isChanging && <EditResources list={list} onClose={() => setChanging(false)} />}
    </Page>
  );
}
