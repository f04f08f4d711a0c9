// The audience chip: every record says who can see it, and why others cannot.
import type { Audience } from "../../people/audience.ts";
import { IconButton } from "./button.tsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";
import { Link } from "./link.tsx";
import { Popup } from "./popup.tsx";

/**
 * Eye and words; opens who can, who cannot and why, the rule, the last reader. `of` completes "Who can see ...":
 * "these conflicts", "your goals". When the audience is not known, hide the record: the chip never guesses.
 */
export function SeenChip({ audience, of = "this record" }: { audience: Audience; of?: string }) {
  const title = `Who can see ${of}`;
  const words = (
    <>
      <Icon name="eye" />
      <span>
        <span className="vh">{title}: </span>
        {audience.words}
      </span>
    </>
  );
  return (
    <span className="seen">
      <Popup className="seen-chip" words={words} label={title}>
        {(close) => <SeenPanel title={title} audience={audience} close={close} />}
      </Popup>
    </span>
  );
}

function SeenPanel({ title, audience, close }: { title: string; audience: Audience; close: () => void }) {
  return (
    <div className="panel">
      <div className="panel-head">
        <strong>{title}</strong>
        <IconButton icon="x" label="Close" onClick={close} />
      </div>
      <div className="panel-cols">
        <Rows label="Can see it" icon="eye" rows={audience.can.map(({ who, what }) => ({ who, words: what }))} />
        <Rows
          label="Cannot see it"
          icon="eye-off"
          rows={audience.cannot.map(({ who, why }) => ({ who, words: why }))}
        />
      </div>
      <div className="panel-foot">
        <p>{audience.rule}</p>
        {audience.lastReader !== undefined && <p>{audience.lastReader}</p>}
        <Link href="/who-sees-what" onClick={close}>
          See as someone else
        </Link>
      </div>
    </div>
  );
}

function Rows({
  label,
  icon,
  rows,
}: {
  label: string;
  icon: IconName;
  rows: { who: string; words: string | undefined }[];
}) {
  if (rows.length === 0) return null;
  return (
    <div className={`panel-list${icon === "eye-off" ? " no" : ""}`}>
      <p className="panel-label">{label}</p>
      <ul className="panel-rows" aria-label={label}>
        {rows.map(({ who, words }) => (
          <li key={who} className="panel-row">
            <Icon name={icon} />
            <div>
              <b>{who}</b>
              {words !== undefined && <span>{words}</span>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
